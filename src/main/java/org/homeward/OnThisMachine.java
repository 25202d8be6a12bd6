package org.homeward;

import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.http.server.HttpServerConfiguration;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets the service listen on this machine alone, whatever host it is given: who reaches it may do
 * everything, as long as there is no sign-in.
 */
@Singleton
class OnThisMachine implements BeanCreatedEventListener<HttpServerConfiguration> {

  private static final Logger LOG = LoggerFactory.getLogger(OnThisMachine.class);
  private static final String LOOPBACK = "127.0.0.1";

  @Override
  public HttpServerConfiguration onCreated(BeanCreatedEvent<HttpServerConfiguration> event) {
    HttpServerConfiguration server = event.getBean();
    server
        .getHost()
        .filter(host -> !isLoopback(host))
        .ifPresent(
            host -> {
              LOG.warn("The host {} is not used: Homeward listens on {} alone.", host, LOOPBACK);
              server.setHost(LOOPBACK);
            });
    return server;
  }

  private static boolean isLoopback(String host) {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }
}

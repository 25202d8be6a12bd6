package org.homeward;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher on machines that have this and lack that: the programs it calls are stand-ins. */
class LauncherTest {

  @TempDir Path machine;

  @BeforeEach
  void install() throws IOException {
    Files.copy(Path.of("homeward"), machine.resolve("homeward"));
    for (String there : List.of("bash", "dirname", "sed", "head", "readlink")) {
      Files.createSymbolicLink(bin().resolve(there), Path.of("/usr/bin/" + there).toRealPath());
    }
    program(bin().resolve("id"), "echo 1000");
    program(bin().resolve("npx"), "echo linted");
    program(machine.resolve("maven/bin/mvn"), "echo \"mvn $* with $JAVA_HOME\"");
    jdk("jdk", "17.0.12");
  }

  @Test
  void testRunsTheLintAndThenEverythingByMaven() throws Exception {
    assertThat(run("test"))
        .containsSubsequence("linted", "mvn -B -ntp verify with " + machine.resolve("jdk"));
    assertThat(run("test", "--all")).contains("mvn -B -ntp -Pall verify");
  }

  @Test
  void aJdkThatIsTooOldIsPassedOver() throws Exception {
    jdk("jdk", "11.0.2");
    assertThat(run("test"))
        .contains("mvn -B -ntp verify with /")
        .doesNotContain(machine.resolve("jdk").toString());
  }

  @Test
  void whatIsMissingIsToldInOneSentenceToWhoMayNotInstall() throws Exception {
    Files.delete(bin().resolve("npx"));
    assertThat(run("lint"))
        .isEqualTo(
            "homeward: npm, which fetches the linter of openapi.yaml, is missing: install it (on"
                + " Debian or Ubuntu: sudo apt-get install npm) and run this again.\n");
  }

  @Test
  void whatIsMissingIsInstalledWhereItMayBe() throws Exception {
    Files.delete(bin().resolve("npx"));
    program(bin().resolve("id"), "echo 0");
    program(
        bin().resolve("apt-get"),
        "[ \"$1\" = update ] || { printf '#!/bin/sh\\necho linted' > "
            + bin()
            + "/npx; "
            + "/usr/bin/chmod +x "
            + bin()
            + "/npx; }");
    assertThat(run("lint"))
        .contains("is missing; installing Debian's package npm")
        .endsWith("linted\n");
  }

  @Test
  void anInstallationThatFailsIsToldInOneSentenceAsWell() throws Exception {
    Files.delete(bin().resolve("npx"));
    program(bin().resolve("id"), "echo 0");
    program(bin().resolve("apt-get"), "exit 100");
    assertThat(run("lint").lines())
        .last()
        .asString()
        .endsWith(
            "is missing and could not be installed: install it (on Debian or Ubuntu: sudo apt-get"
                + " install npm) and run this again.");
  }

  @Test
  void continuousIntegrationFailsWhereThereIsNoBrowserAndNeverSkipsOne() throws Exception {
    Path run = machine.resolve(".ci/run");
    Files.createDirectories(run.getParent());
    Files.copy(Path.of(".ci/run"), run);
    Process without = start(run.toString());
    assertThat(said(without)).endsWith("install Debian's package chromium.\n");
    assertThat(without.waitFor()).isEqualTo(1);
    program(bin().resolve("chromium"), "true");
    Process with = start(run.toString());
    assertThat(said(with)).contains("linted").contains("mvn -B -ntp verify -Pbrowser");
    assertThat(with.waitFor()).isZero();
  }

  /** The jar stands there, empty, while the rest of it is still being written. */
  @Test
  void ofTwoCommandsAtOnceTheSecondWaitsForTheJarOfTheFirst() throws Exception {
    for (String there : List.of("mkdir", "find", "mktemp", "rm", "flock", "sleep")) {
      Files.createSymbolicLink(bin().resolve(there), Path.of("/usr/bin/" + there).toRealPath());
    }
    for (String source : List.of("src/main", "processes", "timeuse-surveys")) {
      Files.createDirectories(machine.resolve(source));
    }
    Files.createFile(machine.resolve("pom.xml"));
    String jar = machine + "/target/homeward-0.1.0.jar";
    program(machine.resolve("maven/bin/mvn"), ": > " + jar + "; sleep 1; echo whole > " + jar);
    program(
        machine.resolve("jdk/bin/java"),
        "case \"$*\" in -version) echo 'version \"17.0.12\"' >&2;; *rehearse*) ;; *) read of < "
            + jar
            + "; echo \"started a $of jar\";; esac");
    Process first = start(machine.resolve("homeward").toString(), "serve");
    Process second = start(machine.resolve("homeward").toString(), "survey");
    String both = said(first) + said(second);
    assertThat(both.lines().filter(l -> l.equals("homeward: building …"))).hasSize(1);
    assertThat(both.lines().filter(l -> l.equals("started a whole jar"))).hasSize(2);
  }

  private Path bin() throws IOException {
    return Files.createDirectories(machine.resolve("bin"));
  }

  private void jdk(String name, String version) throws IOException {
    program(machine.resolve(name + "/bin/javac"), "true");
    program(machine.resolve(name + "/bin/java"), "echo 'openjdk version \"" + version + "\"' >&2");
  }

  private static void program(Path path, String does) throws IOException {
    Files.createDirectories(path.getParent());
    Files.writeString(path, "#!/bin/sh\n" + does + "\n");
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private String run(String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of(machine.resolve("homeward").toString()));
    command.addAll(List.of(arguments));
    return said(start(command.toArray(String[]::new)));
  }

  private Process start(String... command) throws IOException {
    ProcessBuilder launcher = new ProcessBuilder(command).redirectErrorStream(true);
    launcher.environment().clear();
    launcher.environment().put("PATH", bin().toString());
    launcher.environment().put("JAVA_HOME", machine.resolve("jdk").toString());
    launcher.environment().put("MAVEN_HOME", machine.resolve("maven").toString());
    return launcher.start();
  }

  private static String said(Process process) throws Exception {
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return said;
  }
}

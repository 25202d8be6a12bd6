package org.homeward.costfile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.PositionOutputStream;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Types;
import org.homeward.cohort.CostTable;
import org.jspecify.annotations.Nullable;

/**
 * A table of costs as a Parquet file: texts, whole numbers, and exact decimals; not compressed, so
 * that no native code is needed. A column {@code suppressed} says of which rows numbers are kept
 * back.
 */
final class ParquetTable {

  private static final String SUPPRESSED = "suppressed";

  /** Digits of a decimal that fits a long. */
  private static final int PRECISION = 18;

  private ParquetTable() {}

  static byte[] write(CostTable table, Map<String, String> notes) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ParquetWriter<CostTable.Row> writer =
        new Builder(new Memory(bytes), table)
            .withCompressionCodec(CompressionCodecName.UNCOMPRESSED)
            .withExtraMetaData(notes)
            .build()) {
      for (CostTable.Row row : table.rows()) {
        writer.write(row);
      }
    }
    return bytes.toByteArray();
  }

  private static MessageType schema(CostTable table) {
    Types.MessageTypeBuilder message = Types.buildMessage();
    for (CostTable.Column column : table.columns()) {
      switch (column.type()) {
        case TEXT ->
            message
                .optional(PrimitiveTypeName.BINARY)
                .as(LogicalTypeAnnotation.stringType())
                .named(column.name());
        case WHOLE -> message.optional(PrimitiveTypeName.INT64).named(column.name());
        case DECIMAL ->
            message
                .optional(PrimitiveTypeName.INT64)
                .as(LogicalTypeAnnotation.decimalType(column.places(), PRECISION))
                .named(column.name());
      }
    }
    return message.required(PrimitiveTypeName.BOOLEAN).named(SUPPRESSED).named("costs");
  }

  private static final class Builder extends ParquetWriter.Builder<CostTable.Row, Builder> {

    private final CostTable table;

    Builder(OutputFile file, CostTable table) {
      super(file);
      this.table = table;
    }

    @Override
    protected Builder self() {
      return this;
    }

    @Override
    @SuppressWarnings("deprecation") // there is no other that must be given
    protected WriteSupport<CostTable.Row> getWriteSupport(Configuration configuration) {
      return new Rows(table);
    }
  }

  private static final class Rows extends WriteSupport<CostTable.Row> {

    private final CostTable table;
    private @Nullable RecordConsumer consumer;

    Rows(CostTable table) {
      this.table = table;
    }

    @Override
    @SuppressWarnings("deprecation") // there is no other that must be given
    public WriteContext init(Configuration configuration) {
      return new WriteContext(schema(table), Map.of());
    }

    @Override
    public void prepareForWrite(RecordConsumer recordConsumer) {
      consumer = recordConsumer;
    }

    @Override
    public void write(CostTable.Row row) {
      RecordConsumer to = Objects.requireNonNull(consumer, "prepareForWrite comes first");
      to.startMessage();
      for (int c = 0; c < table.columns().size(); c++) {
        Object cell = row.cells().get(c);
        if (cell != null) {
          String name = table.columns().get(c).name();
          to.startField(name, c);
          add(cell, to);
          to.endField(name, c);
        }
      }
      to.startField(SUPPRESSED, table.columns().size());
      to.addBoolean(row.suppressed());
      to.endField(SUPPRESSED, table.columns().size());
      to.endMessage();
    }

    private static void add(Object cell, RecordConsumer to) {
      if (cell instanceof BigDecimal number) {
        to.addLong(number.unscaledValue().longValueExact());
      } else if (cell instanceof Number number) {
        to.addLong(number.longValue());
      } else {
        to.addBinary(Binary.fromString(cell.toString()));
      }
    }
  }

  /** A file that is only in memory. */
  private record Memory(ByteArrayOutputStream bytes) implements OutputFile {

    @Override
    public PositionOutputStream create(long blockSizeHint) {
      return new PositionOutputStream() {
        @Override
        public long getPos() {
          return bytes.size();
        }

        @Override
        public void write(int b) {
          bytes.write(b);
        }

        @Override
        public void write(byte[] b, int offset, int length) {
          bytes.write(b, offset, length);
        }
      };
    }

    @Override
    public PositionOutputStream createOrOverwrite(long blockSizeHint) {
      return create(blockSizeHint);
    }

    @Override
    public boolean supportsBlockSize() {
      return false;
    }

    @Override
    public long defaultBlockSize() {
      return 0;
    }
  }
}

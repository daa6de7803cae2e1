// Gives a TrueType font another family name.
// Here because a subset is a changed font, and the SIL Open Font License (section 3) keeps some names for the original.
// Must not know: anything of a font but its `name` table.

const CHECKSUM_MAGIC = 0xb1b0afba;
/** Family, unique id, full name, PostScript name, typographic family, variations PostScript prefix. */
const NAMING_IDS = new Set([1, 3, 4, 6, 16, 25]);

/** Returns the font with `from` replaced by `to` in every record that names it; copyright and licence stay as they are. */
export function renamed(font, from, to) {
  const tables = readTables(font);
  tables.set("name", renamedTable(tables.get("name"), from, to));
  return writeTables(font.subarray(0, 4), tables);
}

function renamedTable(table, from, to) {
  const n_records = table.readUInt16BE(2);
  const storage = table.readUInt16BE(4);
  const records = [];
  for (let record_idx = 0; record_idx < n_records; record_idx += 1) {
    const at = 6 + 12 * record_idx;
    const [platform, encoding, language, id, length, offset] = [0, 2, 4, 6, 8, 10].map((step) => table.readUInt16BE(at + step));
    const bytes = Buffer.from(table.subarray(storage + offset, storage + offset + length));
    const wide = platform === 0 || platform === 3;
    let value = wide ? Buffer.from(bytes).swap16().toString("utf16le") : bytes.toString("latin1");
    if (NAMING_IDS.has(id)) {
      value = value.replaceAll(from, to).replaceAll(from.replaceAll(" ", ""), to.replaceAll(" ", ""));
    }
    records.push({ platform, encoding, language, id, bytes: wide ? Buffer.from(value, "utf16le").swap16() : Buffer.from(value, "latin1") });
  }
  const header = Buffer.alloc(6 + 12 * n_records);
  header.writeUInt16BE(n_records, 2);
  header.writeUInt16BE(header.length, 4);
  let offset = 0;
  records.forEach(({ platform, encoding, language, id, bytes }, record_idx) => {
    [platform, encoding, language, id, bytes.length, offset].forEach((field, step) =>
      header.writeUInt16BE(field, 6 + 12 * record_idx + 2 * step),
    );
    offset += bytes.length;
  });
  return Buffer.concat([header, ...records.map(({ bytes }) => bytes)]);
}

function readTables(font) {
  const tables = new Map();
  for (let table_idx = 0; table_idx < font.readUInt16BE(4); table_idx += 1) {
    const at = 12 + 16 * table_idx;
    const start = font.readUInt32BE(at + 8);
    tables.set(font.toString("latin1", at, at + 4), Buffer.from(font.subarray(start, start + font.readUInt32BE(at + 12))));
  }
  return tables;
}

function writeTables(version, tables) {
  const n_tables = tables.size;
  const power = 2 ** Math.floor(Math.log2(n_tables));
  const directory = Buffer.alloc(12 + 16 * n_tables);
  version.copy(directory);
  directory.writeUInt16BE(n_tables, 4);
  directory.writeUInt16BE(16 * power, 6);
  directory.writeUInt16BE(Math.log2(power), 8);
  directory.writeUInt16BE(16 * (n_tables - power), 10);
  tables.get("head").writeUInt32BE(0, 8);
  let offset = directory.length;
  const bodies = [];
  [...tables].forEach(([tag, table], table_idx) => {
    const padded = Buffer.concat([table, Buffer.alloc((4 - (table.length % 4)) % 4)]);
    const at = 12 + 16 * table_idx;
    directory.write(tag, at, "latin1");
    directory.writeUInt32BE(checksum(padded), at + 4);
    directory.writeUInt32BE(offset, at + 8);
    directory.writeUInt32BE(table.length, at + 12);
    offset += padded.length;
    bodies.push([tag, padded]);
  });
  const whole = Buffer.concat([directory, ...bodies.map(([, body]) => body)]);
  const head = 12 + 16 * [...tables.keys()].indexOf("head");
  whole.writeUInt32BE((CHECKSUM_MAGIC - checksum(whole)) >>> 0, whole.readUInt32BE(head + 8) + 8);
  return whole;
}

function checksum(bytes) {
  let sum = 0;
  for (let at = 0; at < bytes.length; at += 4) sum = (sum + bytes.readUInt32BE(at)) >>> 0;
  return sum;
}

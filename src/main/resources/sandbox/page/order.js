/**
 * What the parts of a command come to.
 *
 * @returns `{options, files}`, by the names of the options; or `{problem, part}` of the first part that is wrong
 */
export function orderOf(parts) {
  const options = {};
  const files = new Map();
  for (const part of parts) {
    const { problem, value, file } = part.read();
    if (problem !== undefined) {
      return { problem, part };
    }
    if (value !== undefined) {
      options[part.option.name] = value;
    }
    if (file !== undefined) {
      files.set(part.option.name, file);
    }
  }
  return { options, files };
}

/** The values that can be read so far, by the names of the options; without files. */
export function readable(fields) {
  const read = fields.map((field) => [field.option.name, field.read().value]);
  return Object.fromEntries(read.filter(([, value]) => value !== undefined));
}

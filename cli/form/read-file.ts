import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { CommandFailed, exitStatus } from '../exit.ts';

/** The largest form that is read: one of a hundred targets has some sixty kilobytes. */
export const maxFormBytes = 1_000_000;

/** The text of a form; of standard input for `-`. Refused before anything is read of it: a folder, a device, a file above `maxFormBytes`; then an empty one, or one that is not UTF-8. */
export function formText(file: string): string {
  const bytes = file === '-' ? standardInput() : bytesOf(file);
  const text = decoded(bytes, file);
  return text.trim() === '' ? refuse(file, 'tệp rỗng') : text;
}

function bytesOf(file: string): Uint8Array {
  const descriptor = opened(file);
  try {
    const state = fstatSync(descriptor);
    if (state.isDirectory()) return refuse(file, 'là thư mục, cần một tệp YAML hoặc JSON');
    if (!state.isFile()) return refuse(file, 'không phải tệp thường');
    if (state.size > maxFormBytes) return refuse(file, `lớn hơn 1 MB (${(state.size / 1_000_000).toFixed(1).replace('.', ',')} MB)`);
    const bytes = new Uint8Array(state.size);
    return bytes.subarray(0, readSync(descriptor, bytes, 0, state.size, 0));
  } finally {
    closeSync(descriptor);
  }
}

/** Nobody knows the size of what is piped in: it is read up to the limit, and refused when there is more. */
function standardInput(): Uint8Array {
  const bytes = new Uint8Array(maxFormBytes + 1);
  let length = 0;
  for (let read = 1; read > 0 && length < bytes.length; length += read) read = readSync(0, bytes, length, bytes.length - length, null);
  return length > maxFormBytes ? refuse('-', 'lớn hơn 1 MB') : bytes.subarray(0, length);
}

function opened(file: string): number {
  try {
    // without O_NONBLOCK a named pipe would wait for its writer
    return openSync(file, constants.O_RDONLY | constants.O_NONBLOCK);
  } catch (error) {
    return refuse(file, (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'không có tệp này' : 'không đọc được tệp');
  }
}

function decoded(bytes: Uint8Array, file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return refuse(file, 'không phải văn bản UTF-8');
  }
}

function refuse(file: string, why: string): never {
  throw new CommandFailed(`${file}: ${why}`, exitStatus.usage);
}

/** A part of the desk that could not be fetched: the network, or a server that was upgraded and has other files now. */
export class MissingChunk extends Error {
  override readonly name = 'MissingChunk';
}

/** A server that is started again is back within two seconds: nobody needs to be told of that. */
const delays = [300, 700, 1500] as const;

/** Fetches a part of the desk, and again a few times before it gives up. */
export async function fetchChunk<T>(load: () => Promise<T>): Promise<T> {
  for (const delay of delays) {
    try {
      return await load();
    } catch {
      await new Promise((resolve) => setTimeout(resolve, delay));
    }
  }
  try {
    return await load();
  } catch (cause) {
    throw new MissingChunk('a part of the desk could not be fetched', { cause });
  }
}

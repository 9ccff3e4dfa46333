/** Small forms of pictures, kept in memory for whoever asks next. */
export interface SmallPictures {
  /** The small form of a file. `stamp` says which state of the file is asked for; `make` runs where none of it is kept. */
  readonly of: (path: string, stamp: string, make: () => Promise<Buffer>) => Promise<Buffer>
  readonly forget: (path: string) => void
}

interface Kept {
  readonly stamp: string
  readonly picture: Promise<Buffer>
  bytes: number
}

/**
 * Keeps those that were asked for last, within both bounds. Who asks for a picture that is being made waits for that one;
 * what could not be made is not kept.
 */
export function smallPictures(most: { readonly pictures: number; readonly bytes: number }): SmallPictures {
  // In the order in which they were asked for, the latest last.
  const kept = new Map<string, Kept>()
  let bytes = 0
  const forget = (path: string): void => {
    bytes -= kept.get(path)?.bytes ?? 0
    kept.delete(path)
  }
  const trim = (): void => {
    for (const path of kept.keys()) {
      if (kept.size <= most.pictures && bytes <= most.bytes) return
      forget(path)
    }
  }
  const weigh = async (path: string, made: Kept): Promise<Buffer> => {
    try {
      const picture = await made.picture
      if (kept.get(path) === made && made.bytes === 0) {
        made.bytes = picture.length
        bytes += picture.length
        trim()
      }
      return picture
    } catch (error) {
      if (kept.get(path) === made) forget(path)
      throw error
    }
  }
  return {
    forget,
    of: (path, stamp, make) => {
      const known = kept.get(path)
      if (known?.stamp === stamp) {
        kept.delete(path)
        kept.set(path, known)
        return weigh(path, known)
      }
      forget(path)
      const made: Kept = { stamp, picture: make(), bytes: 0 }
      kept.set(path, made)
      trim()
      return weigh(path, made)
    },
  }
}

import { createHash } from 'node:crypto'

/** The last line of a chain at sealing. `hash` in hex. */
export interface Head {
  readonly chain: string
  readonly n: number
  readonly hash: string
}

const sha256 = (...parts: (string | Buffer)[]): Buffer => {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest()
}

/**
 * The day's Merkle root over all chain heads, in chain order (每日存证).
 * Leaves and inner nodes are hashed with different first bytes, so that neither can stand for the other (RFC 6962 §2.1);
 * an odd node goes up unpaired.
 */
export function sealRoot(heads: readonly Head[]): Buffer {
  let level = [...heads]
    .sort((a, b) => (a.chain < b.chain ? -1 : 1))
    .map((head) => sha256(Buffer.of(0), `${head.chain}|${head.n}|${head.hash}`))
  if (level.length === 0) return sha256(Buffer.of(0))
  while (level.length > 1) {
    level = level.flatMap((node, index) => {
      if (index % 2 === 1) return []
      const right = level[index + 1]
      return [right ? sha256(Buffer.of(1), node, right) : node]
    })
  }
  return level[0]!
}

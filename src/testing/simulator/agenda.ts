interface Entry<Item> {
  readonly minute: number
  readonly order: number
  readonly item: Item
}

/** Who acts when: the earliest first, and of one minute whoever was entered first. */
export class Agenda<Item> {
  #entries: Entry<Item>[] = []
  #order = 0

  enter(minute: number, item: Item): void {
    const entries = this.#entries
    entries.push({ minute, order: this.#order, item })
    this.#order += 1
    for (let at = entries.length - 1; at > 0; ) {
      const above = (at - 1) >> 1
      if (!isBefore(entries[at]!, entries[above]!)) break
      ;[entries[at], entries[above]] = [entries[above]!, entries[at]!]
      at = above
    }
  }

  /** Takes the next one out; undefined where nothing is left. */
  next(): { readonly minute: number; readonly item: Item } | undefined {
    const entries = this.#entries
    const first = entries[0]
    const last = entries.pop()
    if (first === undefined || last === undefined || first === last) return first
    entries[0] = last
    for (let at = 0; ; ) {
      const below = [2 * at + 1, 2 * at + 2].filter((one) => one < entries.length)
      const least = below.reduce((one, other) => (isBefore(entries[other]!, entries[one]!) ? other : one), at)
      if (least === at) return first
      ;[entries[at], entries[least]] = [entries[least]!, entries[at]!]
      at = least
    }
  }
}

const isBefore = (one: Entry<unknown>, other: Entry<unknown>): boolean =>
  one.minute === other.minute ? one.order < other.order : one.minute < other.minute

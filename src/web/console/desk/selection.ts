import { useState } from 'react'

/** Which rows are chosen, in the order of the list when they were. */
export interface Selection {
  readonly ids: ReadonlySet<string>
  readonly has: (id: string) => boolean
  /** Chooses a row or drops it; with `through` all rows from the last one that was touched up to this one. */
  readonly toggle: (id: string, through: boolean) => void
  readonly choose: (ids: readonly string[]) => void
  readonly clear: () => void
}

/** The ids after a row was touched. `shown` is the list as it stands; a span is chosen, never dropped. */
export function toggled(
  ids: ReadonlySet<string>,
  shown: readonly string[],
  id: string,
  anchor: string | null,
): ReadonlySet<string> {
  const next = new Set(ids)
  const [from, to] = [anchor === null ? -1 : shown.indexOf(anchor), shown.indexOf(id)]
  if (from >= 0 && to >= 0) {
    for (const one of shown.slice(Math.min(from, to), Math.max(from, to) + 1)) next.add(one)
    return next
  }
  if (!next.delete(id)) next.add(id)
  return next
}

/** What was chosen in one list; `key` names the list, and another list begins with nothing chosen. */
export function useSelection(key: string, rows: readonly { readonly id: string }[]): Selection {
  const shown = rows.map(({ id }) => id)
  const [state, setState] = useState({ key, ids: new Set<string>() as ReadonlySet<string>, last: '' })
  const own = state.key === key ? state : { key, ids: new Set<string>(), last: '' }
  // What has left the list since, by an act or by another desk, is chosen no more.
  const ids = new Set([...own.ids].filter((id) => shown.includes(id)))
  return {
    ids,
    has: (id) => ids.has(id),
    toggle: (id, through) =>
      setState({ key, ids: toggled(ids, shown, id, through ? own.last : null), last: id }),
    choose: (chosen) => setState({ key, ids: new Set(chosen), last: '' }),
    clear: () => setState({ key, ids: new Set(), last: '' }),
  }
}

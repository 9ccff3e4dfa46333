import type { AnnounceChecklist, Checklist, ChecklistItem } from '../../../rounds/contract.ts'

/** A list as it is being written. */
export interface ListDraft {
  readonly validFrom: string
  readonly periodDays: string
  readonly items: readonly ChecklistItem[]
}

export const draftOf = ({ periodDays, items }: Checklist, validFrom: string): ListDraft => ({
  validFrom,
  periodDays: String(periodDays),
  items,
})

const periodOf = (typed: string): number | null => {
  const days = Number(typed)
  return /^\d{1,3}$/.test(typed.trim()) && days >= 1 && days <= 366 ? days : null
}

const isWhole = ({ zh, en }: ChecklistItem): boolean =>
  zh.trim().length >= 2 && zh.trim().length <= 60 && en.trim().length >= 2 && en.trim().length <= 120

export type Wrong = 'validFrom' | 'periodDays' | 'items' | `item ${string}`

export const wrongIn = ({ validFrom, periodDays, items }: ListDraft): readonly Wrong[] => [
  ...(validFrom === '' ? (['validFrom'] as const) : []),
  ...(periodOf(periodDays) === null ? (['periodDays'] as const) : []),
  ...(items.length === 0 ? (['items'] as const) : []),
  ...items.filter((item) => !isWhole(item)).map(({ code }): Wrong => `item ${code}`),
]

/** A code that the list does not hold yet: rows of estates are kept by it, so that one that was let go is not taken again. */
function freshCode(items: readonly ChecklistItem[], nowMs: number): string {
  const stem = `own_${nowMs.toString(36)}`
  let code = stem
  for (let n = 2; items.some((item) => item.code === code); n++) code = `${stem}_${n}`
  return code
}

/** One more thing to look at, still without words. */
export const freshItem = (items: readonly ChecklistItem[], nowMs: number): ChecklistItem => ({
  code: freshCode(items, nowMs),
  kind: 'hazard',
  zh: '',
  en: '',
  matter: null,
  basis: null,
})

export const listOf = (
  draft: ListDraft,
  area: Pick<AnnounceChecklist, 'areaId' | 'estateKind'>,
): Omit<AnnounceChecklist, 'requestId'> => ({
  ...area,
  validFrom: draft.validFrom,
  periodDays: periodOf(draft.periodDays) ?? 0,
  items: draft.items.map((item) => ({
    ...item,
    zh: item.zh.trim(),
    en: item.en.trim(),
    basis: item.basis === null || item.basis.trim() === '' ? null : item.basis.trim(),
  })),
})

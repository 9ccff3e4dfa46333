import { useCallback, useRef, useState } from 'react'
import { nowMs } from '../clock.ts'
import { keep, kept } from '../keep.ts'

const DRAFT_DAYS = 7
const nameOf = (key: string) => `linli.draft.${key}`

/** The draft kept under `key`, or null. After seven days it is gone: phones are lent, and drafts hold people's words. */
export function keptDraft<Draft>(key: string): Draft | null {
  const text = kept(nameOf(key))
  if (text === null) return null
  try {
    const { savedAtMs, draft } = JSON.parse(text) as { savedAtMs: number; draft: Draft }
    if (nowMs() - savedAtMs < DRAFT_DAYS * 86_400_000) return draft
  } catch {
    // Written by an older page or cut short: as good as none.
  }
  keep(nameOf(key), null)
  return null
}

export const keepDraft = <Draft>(key: string, draft: Draft): void =>
  keep(nameOf(key), JSON.stringify({ savedAtMs: nowMs(), draft }))

export const forgetDraft = (key: string): void => keep(nameOf(key), null)

/**
 * A form's content that survives a closed page: `[draft, setDraft, forget]`. `start` is the empty form; a kept draft is
 * laid over it, so that a field added later has its value. Texts and choices only; photographs do not fit
 * (shared/kept-photos.ts). What comes after a wait, when its page may be left or open anew, is set by a function of the
 * draft as it was kept by then.
 */
export function useDraft<Draft extends object>(key: string, start: Draft) {
  const [draft, setState] = useState<Draft>(() => ({ ...start, ...keptDraft<Draft>(key) }))
  const latest = useRef(draft)
  const setDraft = useCallback(
    (change: Partial<Draft> | ((before: Draft) => Partial<Draft>)) => {
      const isLate = typeof change === 'function'
      const before = isLate ? { ...latest.current, ...keptDraft<Draft>(key) } : latest.current
      const after = { ...before, ...(isLate ? change(before) : change) }
      latest.current = after
      keepDraft(key, after)
      setState(after)
    },
    [key],
  )
  const forget = useCallback(() => {
    forgetDraft(key)
    latest.current = start
    setState(start)
  }, [key, start])
  return [draft, setDraft, forget] as const
}

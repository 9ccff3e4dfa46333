import { useState } from 'react'
import { keep, kept } from '../../../keep.ts'

const keyOf = (caseId: string): string => `linli.apart.${caseId}`

/** Ids that a reader has said are not the same case; kept in the browser, so that they are not asked twice. */
export function readApart(caseId: string): ReadonlySet<string> {
  return new Set((kept(keyOf(caseId)) ?? '').split(' ').filter(Boolean))
}

/** Which candidates were said not to be the same, and the ways to say so and to look at them again. */
export function useApart(caseId: string) {
  const [ids, setIds] = useState(() => readApart(caseId))
  const change = (next: ReadonlySet<string>) => {
    setIds(next)
    keep(keyOf(caseId), next.size === 0 ? null : [...next].join(' '))
  }
  return {
    ids,
    say: (id: string) => change(new Set([...ids, id])),
    lookAgain: () => change(new Set()),
  }
}

import { useMemo } from 'react'
import { keepJson, keptJson, useKeptText } from '../../shared/use-kept.ts'

/** A question as this phone keeps it: no words, because phones are lent. */
export interface KeptQuestion {
  readonly id: string
  readonly code: string
  readonly communityId: string
}

const key = 'linli.questions'
const MOST = 20

/** Questions asked on this phone, the latest first. */
export const keptQuestions = (): readonly KeptQuestion[] => {
  const list = keptJson<KeptQuestion[]>(key)
  return Array.isArray(list) ? list : []
}

export function useKeptQuestions(communityId: string): readonly KeptQuestion[] {
  const text = useKeptText(key)
  return useMemo(
    () => (text === null ? [] : keptQuestions().filter((kept) => kept.communityId === communityId)),
    [text, communityId],
  )
}

export const keepQuestion = (question: KeptQuestion): void =>
  keepJson(key, [question, ...keptQuestions().filter(({ id }) => id !== question.id)].slice(0, MOST))

export const forgetQuestion = (id: string): void =>
  keepJson(
    key,
    keptQuestions().filter((question) => question.id !== id),
  )

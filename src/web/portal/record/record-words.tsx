import { useQuery } from '@tanstack/react-query'
import { createContext, type ReactNode, useContext } from 'react'
import { Problem } from '../../api/problem.ts'
import { Shown } from '../../kit/shown.tsx'
import { usePreferences } from '../../preferences.tsx'
import { loadOwnRecordWords } from '../../words/own-record.ts'
import type { OwnRecordPageWords } from '../../words/zh/own-record-page.ts'

const WordsContext = createContext<OwnRecordPageWords | null>(null)

/** Fetches the words of this page in the reader's language, and shows it once they are there. */
export function RecordWords({ children }: { children: ReactNode }) {
  const { language } = usePreferences()
  const reading = useQuery({
    queryKey: ['own-record-words', language],
    queryFn: () =>
      loadOwnRecordWords(language).catch(() => {
        throw new Problem('offline')
      }),
    staleTime: Number.POSITIVE_INFINITY,
  })
  return (
    <Shown reading={reading} long>
      {(words) => <WordsContext value={words}>{children}</WordsContext>}
    </Shown>
  )
}

/** The words of the page of one's own record, in the reader's language. */
export function useRecordWords(): OwnRecordPageWords {
  const words = useContext(WordsContext)
  if (words === null) throw new Error('RecordWords is missing above this component')
  return words
}

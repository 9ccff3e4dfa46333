import type { AskedRight, AskRight, RightKind } from '../../../people/rights/contract.ts'
import { useAct } from '../../api/use-read.ts'
import { goToHeading } from '../../kit/focus.ts'
import { useSay } from '../../kit/status.tsx'
import { usePreferences } from '../../preferences.tsx'
import { sayDate } from '../../words/time.ts'
import { useRecordWords } from './record-words.tsx'

/** What may be written with a request, as the server takes it. */
export const mostCharacters = 1000

/** Sends a request about one's own information, and says by when it is answered. */
export function useAskRight(kind: RightKind, onSent: () => void) {
  const { words } = usePreferences()
  const { ask, rights } = useRecordWords()
  const say = useSay()
  const { mutate, error, isPending } = useAct<AskedRight, { kind: AskRight['kind']; words: string | null }>(
    '/api/my/rights',
    {
      onDone: (_sent, { dueOn }) => {
        onSent()
        say(ask.sent(rights.kinds[kind], sayDate(words, dueOn)))
        goToHeading()
      },
    },
  )
  return { error, isPending, ask: (said: string) => mutate({ kind, words: said.trim() || null }) }
}

import type { RefObject } from 'react'
import type { OwnPerson, OwnRecord, RightKind } from '../../../people/rights/contract.ts'
import { Button } from '../../kit/button.tsx'
import { Card } from '../../kit/card.tsx'
import { usePreferences } from '../../preferences.tsx'
import { sayDate } from '../../words/time.ts'
import { AskForm } from './ask-form.tsx'
import { EraseForm } from './erase-form.tsx'
import { useRecordWords } from './record-words.tsx'

export interface AskProps extends Pick<OwnRecord, 'requests' | 'answerBy'> {
  /** Whose entry it is; null where none was found: then the centre answers, and nothing can be corrected. */
  readonly person: OwnPerson | null
  readonly asking: RightKind | null
  /** What stands around the card: the focus goes to its title. */
  readonly box: RefObject<HTMLDivElement | null>
  onAsk(kind: RightKind | null): void
  /** It has been sent: the page goes on at its heading. */
  onSent(): void
}

/** What one may ask of those who hold one's information, one form at a time. */
export function AskCard({ person, requests, answerBy, asking, box, onAsk, onSent }: AskProps) {
  const { ask: said, rights } = useRecordWords()
  const { words } = usePreferences()
  if (asking !== null) {
    const by = said.by[person === null ? 'centre' : 'community'](sayDate(words, answerBy[asking]))
    const form = { by, onBack: () => onAsk(null), onSent }
    return (
      <div ref={box}>
        <Card title={rights.kinds[asking]}>
          {asking === 'erase' ? (
            <EraseForm {...form} dueOn={answerBy.erase} person={person} />
          ) : (
            <AskForm key={asking} {...form} kind={asking} />
          )}
        </Card>
      </div>
    )
  }
  const kinds: readonly RightKind[] = person === null ? ['copy', 'erase'] : ['correct', 'copy', 'erase']
  return (
    <div ref={box}>
      <Card title={said.title}>
        <ul className="rows">
          {kinds.map((kind) => {
            const standing = requests.find((request) => request.kind === kind && request.stage === 'asked')
            return (
              <li key={kind} className="record__split">
                <span className="record__said">
                  <span className="row__title">{rights.kinds[kind]}</span>
                  <small>{standing ? said.waits(sayDate(words, standing.dueOn)) : said[kind].hint}</small>
                </span>
                {!standing && (
                  <Button look="quiet" aria-label={rights.kinds[kind]} onClick={() => onAsk(kind)}>
                    {said.open}
                  </Button>
                )}
              </li>
            )
          })}
        </ul>
      </Card>
    </div>
  )
}

import '../rows.css'
import './hand-over.css'
import { type ReactNode, useState } from 'react'
import type { OwnHandOver } from '../../../cases/hand-over/contract.ts'
import { useRead, withQuery } from '../../api/use-read.ts'
import { nowMs } from '../../clock.ts'
import { Button } from '../../kit/button.tsx'
import { Card } from '../../kit/card.tsx'
import { Choices } from '../../kit/choice.tsx'
import { Shown } from '../../kit/shown.tsx'
import { usePreferences } from '../../preferences.tsx'
import { momentFacts } from '../../words/time.ts'
import { nameIn, placeIn } from '../names.ts'
import { GiveForm } from './give-form.tsx'
import { GivenFacts, TakePart } from './given.tsx'
import { OpenList, type WayTo } from './open-list.tsx'
import { useHandOverWords } from './use-hand-over-words.ts'

interface NowProps {
  readonly wayTo: WayTo
  /** The way to arrange a stand-in, in this face. */
  readonly standIn: ReactNode
}

/** What waits to be taken, what is in hand now, and the way to give it over. */
export function HandOverNow(props: NowProps) {
  const [postId, setPostId] = useState<string | null>(null)
  const reading = useRead<OwnHandOver>(withQuery('/api/hand-over', { postId }))
  return (
    <Shown reading={reading}>
      {(found) => (
        <Now {...props} found={found} readAtMs={reading.dataUpdatedAt || nowMs()} onPost={setPostId} />
      )}
    </Shown>
  )
}

function Now({
  found,
  readAtMs,
  wayTo,
  standIn,
  onPost,
}: NowProps & { found: OwnHandOver; readAtMs: number; onPost(postId: string): void }) {
  const { words, language } = usePreferences()
  const said = useHandOverWords()
  const { seats, postId, standing, waiting } = found
  const clock = momentFacts(new Date(readAtMs).toISOString(), nowMs()).clock
  return (
    <>
      {seats.length > 1 && (
        <Choices
          label={said.which}
          value={postId}
          onChoose={onPost}
          options={seats.map((seat) => ({
            value: seat.postId,
            label: words.common.facts(
              said.seats[seat.kind],
              seat.unit ? nameIn(language, seat.unit) : placeIn(language, seat.place),
            ),
          }))}
        />
      )}
      {waiting && (
        <Card title={said.waiting} edge={waiting.late ? 'red' : 'yellow'}>
          <GivenFacts one={waiting} />
          <OpenList counts={waiting.counts} items={waiting.items} wayTo={wayTo} />
          <TakePart one={waiting} />
        </Card>
      )}
      <Card title={said.now} aside={<small>{said.readAt(clock)}</small>}>
        <OpenList counts={standing.counts} items={standing.items} wayTo={wayTo} />
        <div className="hand-over__give">
          <GiveForm key={postId} postId={postId} waiting={waiting} />
          <Button look="quiet" onClick={() => window.print()}>
            {said.print}
          </Button>
          <p className="field__hint">{said.alone}</p>
          {standIn}
        </div>
      </Card>
    </>
  )
}

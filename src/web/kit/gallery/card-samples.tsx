import { type FormEvent, useState } from 'react'
import { useWords } from '../../preferences.tsx'
import { Button } from '../button.tsx'
import { Card } from '../card.tsx'
import { ReadingCard } from '../reading-card.tsx'
import { Stepwise } from '../stepwise.tsx'
import type { samplesZh } from './samples.ts'

/** Cards with a way on and with what large type folds; a form in steps; how the reader wants to read. */
export function CardSamples({ samples: { card, steps } }: { samples: typeof samplesZh }) {
  const { actions } = useWords().common
  const [at, setAt] = useState(0)
  const goOn = (event: FormEvent) => {
    event.preventDefault()
    setAt(Math.min(at + 1, steps.length - 1))
  }
  return (
    <>
      <Card
        title={card.title}
        more={
          <a className="more-link" href="#root">
            {card.more}
          </a>
        }
      >
        <p>{card.body}</p>
      </Card>
      <Card title={card.folded} folds>
        <p>{card.body}</p>
      </Card>
      <Card>
        <form onSubmit={goOn}>
          <Stepwise
            at={at}
            onGo={setAt}
            parts={steps.map((step) => <p key={step}>{step}</p>)}
            end={<Button type="submit">{actions.send}</Button>}
          />
        </form>
      </Card>
      <ReadingCard />
    </>
  )
}

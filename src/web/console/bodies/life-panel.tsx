import { useState } from 'react'
import type { LifeChanged, LifeReason, Phase } from '../../../organisations/body.contract.ts'
import { lifeMoves, lifeReasons } from '../../../organisations/life.contract.ts'
import type { BodyView } from '../../../people/offices/office.contract.ts'
import { useAct } from '../../api/use-read.ts'
import { nowMs } from '../../clock.ts'
import { Button } from '../../kit/button.tsx'
import { TextField } from '../../kit/field.tsx'
import { useSay } from '../../kit/status.tsx'
import { useNameOf } from '../../shared/names.ts'
import { localDay, sayDate } from '../../words/time.ts'
import { ActDialog } from '../act-dialog.tsx'
import { useWords } from '../words.ts'
import { WordSelect } from './word-select.tsx'

/** How a body came, paused and went, and the next step of its life. */
export function LifePanel({ view }: { view: BodyView }) {
  const words = useWords()
  const { consoleBodies: said } = words
  const [step, setStep] = useState<Phase | null>(null)
  return (
    <section className="panel">
      <h2>{said.life.title}</h2>
      <ul>
        {view.life.map(({ phase, fromDay, reason }) => (
          <li key={`${fromDay} ${phase}`}>
            {said.life.line(
              sayDate(words, fromDay),
              reason === null
                ? said.life.started
                : words.common.facts(said.phases[phase], phase !== 'active' && said.life.reasons[reason]),
            )}
          </li>
        ))}
      </ul>
      {view.can.life && (
        <div className="bodies__acts no-print">
          {lifeMoves[view.body.phase].map((phase) => (
            <Button key={phase} look="quiet" onClick={() => setStep(phase)}>
              {said.life.acts[phase]}
            </Button>
          ))}
        </div>
      )}
      {step !== null && <Step view={view} to={step} onClose={() => setStep(null)} />}
    </section>
  )
}

function Step({ view, to, onClose }: { view: BodyView; to: Phase; onClose(): void }) {
  const { life: said } = useWords().consoleBodies
  const nameOf = useNameOf()
  const say = useSay()
  const today = localDay(nowMs())
  const name = nameOf(view.body)
  const fitting = lifeReasons[to]
  const [reason, setReason] = useState<LifeReason>(fitting[0]!)
  const [fromDay, setFromDay] = useState(today)
  const act = useAct<LifeChanged>(`/api/bodies/${view.body.id}/life`, {
    onDone: () => {
      onClose()
      say(said.done(name, to))
    },
  })
  const words = Object.fromEntries(fitting.map((one) => [one, said.reasons[one]])) as Record<
    LifeReason,
    string
  >
  return (
    <ActDialog
      title={said.titles[to](name)}
      onClose={onClose}
      label={said.acts[to]}
      look={to === 'dissolved' ? 'danger' : 'main'}
      act={act}
      onConfirm={() => act.mutate({ to, reason, fromDay })}
    >
      <p>{said.hints[to]}</p>
      {fitting.length > 1 && (
        <WordSelect<LifeReason>
          label={said.reason}
          words={words}
          value={reason}
          onChange={(chosen) => setReason(chosen ?? fitting[0]!)}
        />
      )}
      <TextField
        label={said.fromDay}
        hint={said.dayHint}
        type="date"
        max={today}
        value={fromDay}
        onChange={(event) => setFromDay(event.target.value)}
      />
    </ActDialog>
  )
}

import { useState } from 'react'
import type {
  ChangeEmergency,
  Emergency,
  EmergencyReceipt,
  EndEmergency,
  Level,
  PracticeReceipt,
  PractiseCase,
} from '../../../cases/emergency/contract.ts'
import { useAct } from '../../api/use-read.ts'
import { nowMs } from '../../clock.ts'
import { Button } from '../../kit/button.tsx'
import { Field, SelectField, TextArea } from '../../kit/field.tsx'
import { FormError } from '../../kit/form-error.tsx'
import { useSay } from '../../kit/status.tsx'
import { sayMoment } from '../../words/time.ts'
import { ActForm } from '../case/act-form.tsx'
import { AreaSelect } from '../people/area-select.tsx'
import { useReading } from '../words.ts'
import { drillHoursLeft, endAfter, prolonged, realHours, usualHours } from './ends.ts'
import { LevelField } from './fields.tsx'

const MOST = 300
type Act = Emergency['can'][number]

/** What may be done with it while it is on: each opens its form below. */
export function ModeActs({ mode }: { mode: Emergency }) {
  const said = useReading().words.consoleEmergency
  const [open, setOpen] = useState<Act | null>(null)
  if (mode.can.length === 0) return null
  const names: Record<Act, string> = {
    change: said.change.open,
    end: mode.drill ? said.end.openDrill : said.end.open,
    practise: said.practise.open,
  }
  const close = () => setOpen(null)
  return (
    <div className="mode-acts no-print">
      <p className="ways">
        {mode.can.map((act) => (
          <button
            key={act}
            type="button"
            className="text-button"
            aria-expanded={open === act}
            onClick={() => setOpen(open === act ? null : act)}
          >
            {names[act]}
          </button>
        ))}
      </p>
      <Prolong mode={mode} />
      {open === 'change' && <ChangeForm mode={mode} onDone={close} />}
      {open === 'end' && <EndForm mode={mode} onDone={close} />}
      {open === 'practise' && <PractiseForm mode={mode} onDone={close} />}
    </div>
  )
}

/** More time for a real one by one press: its end stands beside it. */
function Prolong({ mode }: { mode: Emergency }) {
  const { change: said } = useReading().words.consoleEmergency
  const say = useSay()
  const act = useAct<EmergencyReceipt, Omit<ChangeEmergency, 'requestId'>>(
    `/api/emergencies/${mode.id}/change`,
    { onDone: () => say(said.done) },
  )
  if (mode.drill || mode.untilAt === null || !mode.can.includes('change')) return null
  const untilAt = prolonged(mode.untilAt)
  return (
    <>
      <FormError error={act.error} />
      <Button look="quiet" busy={act.isPending} onClick={() => act.mutate({ level: mode.level, untilAt })}>
        {said.prolong(usualHours)}
      </Button>
    </>
  )
}

interface Part {
  readonly mode: Emergency
  onDone(): void
}

const asItIs = 'as it is'
const byHand = 'by hand'

function ChangeForm({ mode, onDone }: Part) {
  const { words } = useReading()
  const { change: said, declare } = words.consoleEmergency
  const say = useSay()
  const [level, setLevel] = useState<Level>(mode.level)
  const [until, setUntil] = useState(asItIs)
  const [basis, setBasis] = useState('')
  const [told, setTold] = useState(mode.words ?? '')
  const [tried, setTried] = useState(false)
  const act = useAct<EmergencyReceipt, Omit<ChangeEmergency, 'requestId'>>(
    `/api/emergencies/${mode.id}/change`,
    {
      onDone: () => {
        say(said.done)
        onDone()
      },
    },
  )
  const end = until === asItIs ? mode.untilAt : until === byHand ? null : endAfter(Number(until), nowMs())
  const toldNow = told.trim()
  const isReworded = toldNow !== '' && toldNow !== mode.words
  // Better words alone rest on what it rested on before.
  const needsBasis = !isReworded || level !== mode.level || until !== asItIs
  const send = () => {
    setTried(true)
    if ((needsBasis && basis.trim() === '') || basis.length > MOST || told.length > MOST) return
    act.mutate({
      ...{ level, untilAt: end },
      ...(basis.trim() !== '' && { basis: basis.trim() }),
      ...(isReworded && { words: toldNow }),
    })
  }
  const kept = mode.untilAt === null ? declare.noEnd : said.keep(sayMoment(words, mode.untilAt, nowMs()))
  return (
    <section className="panel" aria-label={said.open}>
      <ActForm label={said.send} busy={act.isPending} error={act.error} onSend={send}>
        <LevelField value={level} onChoose={setLevel} />
        <SelectField label={said.until} value={until} onChoose={setUntil}>
          <option value={asItIs}>{kept}</option>
          {!mode.drill && mode.untilAt !== null && <option value={byHand}>{declare.noEnd}</option>}
          {(mode.drill ? drillHoursLeft(mode.fromAt, nowMs()) : realHours).map((hours) => (
            <option key={hours} value={hours}>
              {hours < 1 ? declare.halfHour : declare.hours(hours)}
            </option>
          ))}
        </SelectField>
        <TextArea
          label={declare.basis}
          value={basis}
          most={MOST}
          rows={2}
          optional={!needsBasis}
          error={tried && needsBasis && basis.trim() === '' ? declare.basisNeeded : undefined}
          onChange={(event) => setBasis(event.target.value)}
        />
        <TextArea
          label={mode.drill ? declare.drillWords : declare.words}
          hint={said.wordsHint}
          optional
          value={told}
          most={MOST}
          rows={2}
          onChange={(event) => setTold(event.target.value)}
        />
      </ActForm>
    </section>
  )
}

function EndForm({ mode, onDone }: Part) {
  const { end: said } = useReading().words.consoleEmergency
  const say = useSay()
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const act = useAct<EmergencyReceipt, Omit<EndEmergency, 'requestId'>>(`/api/emergencies/${mode.id}/end`, {
    onDone: () => {
      say(said.done)
      onDone()
    },
  })
  const send = () => {
    setTried(true)
    if (reason.trim() !== '' && reason.length <= MOST) act.mutate({ reason: reason.trim() })
  }
  return (
    <section className="panel" aria-label={said.title}>
      <ActForm label={said.send} hint={said.hint} busy={act.isPending} error={act.error} onSend={send}>
        <TextArea
          label={said.reason}
          value={reason}
          most={MOST}
          rows={2}
          error={tried && reason.trim() === '' ? said.reasonNeeded : undefined}
          onChange={(event) => setReason(event.target.value)}
        />
      </ActForm>
    </section>
  )
}

function PractiseForm({ mode, onDone }: Part) {
  const { words, language } = useReading()
  const { practise: said } = words.consoleEmergency
  const say = useSay()
  const [areaId, setAreaId] = useState<string | null>(null)
  const [matter, setMatter] = useState(mode.matters[0]?.code ?? '')
  const [text, setText] = useState('')
  const [tried, setTried] = useState(false)
  const act = useAct<PracticeReceipt, Omit<PractiseCase, 'requestId'>>(
    `/api/emergencies/${mode.id}/practice`,
    {
      onDone: (_, { number }) => {
        say(said.done(number))
        onDone()
      },
    },
  )
  const send = () => {
    setTried(true)
    if (areaId !== null && text.trim() !== '' && text.length <= MOST)
      act.mutate({ areaId, matter, words: text.trim() })
  }
  return (
    <section className="panel" aria-label={said.title}>
      <ActForm label={said.send} hint={said.hint} busy={act.isPending} error={act.error} onSend={send}>
        <Field label={said.area} error={tried && areaId === null ? said.areaNeeded : undefined}>
          {({ id }) => <AreaSelect id={id} value={areaId} onChange={setAreaId} />}
        </Field>
        <SelectField label={said.matter} value={matter} onChoose={setMatter}>
          {mode.matters.map((one) => (
            <option key={one.code} value={one.code}>
              {one[language]}
            </option>
          ))}
        </SelectField>
        <TextArea
          label={said.words}
          value={text}
          most={MOST}
          rows={2}
          error={tried && text.trim() === '' ? said.wordsNeeded : undefined}
          onChange={(event) => setText(event.target.value)}
        />
      </ActForm>
    </section>
  )
}

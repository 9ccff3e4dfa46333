import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useId, useState } from 'react'
import type {
  DeclareEmergency,
  EmergencyKind,
  EmergencyReceipt,
  Level,
} from '../../../cases/emergency/contract.ts'
import { useAct } from '../../api/use-read.ts'
import { nowMs } from '../../clock.ts'
import { Button } from '../../kit/button.tsx'
import { Choices } from '../../kit/choice.tsx'
import { SelectField, TextArea } from '../../kit/field.tsx'
import { useSay } from '../../kit/status.tsx'
import { nameIn } from '../../shared/names.ts'
import { ActDialog } from '../act-dialog.tsx'
import { type ChosenUnit, UnitSelect } from '../case/acts/unit-select.tsx'
import { useReading } from '../words.ts'
import { drillHours, endAfter, realHours, usualHours } from './ends.ts'
import { EndField, LevelField } from './fields.tsx'
import { useDeclarableAreas } from './use-emergency.ts'

const MOST = 300

interface Draft {
  readonly how: 'real' | 'drill'
  readonly kind: string
  readonly areaId: string
  readonly level: Level
  readonly hours: number | null
  readonly basis: string
  readonly words: string
  readonly units: readonly ChosenUnit[]
}

/** Declares an emergency or a drill. What it will do is said before anything is sent. */
export function DeclareForm({ kinds }: { kinds: readonly EmergencyKind[] }) {
  const { words, language } = useReading()
  const { declare: said } = words.consoleEmergency
  const areas = useDeclarableAreas()
  const navigate = useNavigate()
  const say = useSay()
  const [draft, setDraft] = useState<Draft>({
    how: 'drill',
    kind: kinds[0]?.code ?? '',
    areaId: '',
    level: 3,
    hours: 1,
    basis: '',
    words: '',
    units: [],
  })
  const [tried, setTried] = useState(false)
  const [asking, setAsking] = useState(false)
  const change = (changed: Partial<Draft>) => setDraft({ ...draft, ...changed })
  const act = useAct<EmergencyReceipt, Omit<DeclareEmergency, 'requestId'>>('/api/emergencies', {
    onDone: async (_, { modeId }) => {
      say(said.done)
      await navigate({ to: '/emergency/$id', params: { id: modeId } })
    },
  })
  const area = areas.find(({ id }) => id === draft.areaId) ?? areas[0]
  const kind = kinds.find(({ code }) => code === draft.kind)
  const drill = draft.how === 'drill'
  const send = () => {
    if (area) act.mutate(bodyOf({ ...draft, areaId: area.id }))
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (draft.basis.trim() !== '' && draft.basis.length <= MOST && draft.words.length <= MOST) setAsking(true)
  }
  const sure = drill ? said.confirmDrill : said.confirm
  return (
    <>
      <form className="panel act-form" aria-label={said.open} onSubmit={submit} noValidate>
        <h2>{said.open}</h2>
        <DeclareFields {...{ draft, tried, kinds, areas, change }} areaId={area?.id ?? ''} />
        <Button type="submit">{said.send}</Button>
      </form>
      {asking && kind && area && (
        <ActDialog
          title={sure(nameIn(language, kind), nameIn(language, area))}
          label={said.send}
          act={act}
          onConfirm={send}
          onClose={() => setAsking(false)}
        >
          <p>{drill ? said.confirmDrillWhat : said.confirmWhat}</p>
        </ActDialog>
      )}
    </>
  )
}

function DeclareFields({
  draft,
  tried,
  kinds,
  areas,
  areaId,
  change,
}: {
  draft: Draft
  /** Somebody has tried to send it: what is missing is said. */
  tried: boolean
  kinds: readonly EmergencyKind[]
  areas: ReturnType<typeof useDeclarableAreas>
  areaId: string
  change(changed: Partial<Draft>): void
}) {
  const { words, language } = useReading()
  const { declare: said } = words.consoleEmergency
  const drill = draft.how === 'drill'
  return (
    <>
      <Choices<Draft['how']>
        label={said.what}
        options={[
          { value: 'drill', label: words.consoleEmergency.drill, hint: said.drillHint },
          { value: 'real', label: words.consoleEmergency.real, hint: said.realHint },
        ]}
        value={draft.how}
        onChoose={(how) => change({ how, hours: how === 'drill' ? 1 : usualHours })}
      />
      <SelectField label={said.kind} value={draft.kind} onChoose={(code) => change({ kind: code })}>
        {kinds.map((one) => (
          <option key={one.code} value={one.code}>
            {nameIn(language, one)}
          </option>
        ))}
      </SelectField>
      <SelectField label={said.area} value={areaId} onChoose={(chosen) => change({ areaId: chosen })}>
        {areas.map((one) => (
          <option key={one.id} value={one.id}>
            {nameIn(language, one)}
          </option>
        ))}
      </SelectField>
      <LevelField value={draft.level} onChoose={(level) => change({ level })} />
      <EndField
        hours={drill ? drillHours : realHours}
        none={drill ? null : said.noEnd}
        value={draft.hours}
        onChoose={(hours) => change({ hours })}
      />
      <Said {...{ draft, tried, change }} />
      <OtherUnits value={draft.units} onChange={(units) => change({ units })} />
    </>
  )
}

function Said({
  draft,
  tried,
  change,
}: {
  draft: Draft
  tried: boolean
  change(changed: Partial<Draft>): void
}) {
  const { declare: said } = useReading().words.consoleEmergency
  return (
    <>
      <TextArea
        label={said.basis}
        hint={said.basisHint}
        value={draft.basis}
        most={MOST}
        rows={2}
        error={tried && draft.basis.trim() === '' ? said.basisNeeded : undefined}
        onChange={(event) => change({ basis: event.target.value })}
      />
      <TextArea
        label={draft.how === 'drill' ? said.drillWords : said.words}
        hint={said.wordsHint}
        optional
        value={draft.words}
        most={MOST}
        rows={2}
        onChange={(event) => change({ words: event.target.value })}
      />
    </>
  )
}

function OtherUnits({
  value,
  onChange,
}: {
  value: readonly ChosenUnit[]
  onChange(units: readonly ChosenUnit[]): void
}) {
  const { declare: said } = useReading().words.consoleEmergency
  const id = useId()
  return (
    <div className="field">
      <label className="field__label" htmlFor={id}>
        {said.units}
      </label>
      <p className="field__hint">{said.unitsHint}</p>
      <UnitSelect id={id} many kinds={['department']} value={value} onChange={onChange} />
    </div>
  )
}

function bodyOf({ how, kind, areaId, level, hours, basis, words, units }: Draft) {
  const untilAt = endAfter(hours, nowMs())
  return {
    kind,
    areaId,
    level,
    drill: how === 'drill',
    basis: basis.trim(),
    unitIds: units.map(({ value }) => value),
    ...(untilAt === null ? {} : { untilAt }),
    ...(words.trim() === '' ? {} : { words: words.trim() }),
  }
}

import { type FormEvent, useState } from 'react'
import type { AddRobot, RobotDone, RobotKind } from '../../../notices/delivery/contract.ts'
import type { UnitPage } from '../../../organisations/contract.ts'
import { useAct, useRead, withQuery } from '../../api/use-read.ts'
import { Field, SelectField, TextField } from '../../kit/field.tsx'
import { useNameOf } from '../../shared/names.ts'
import { FormActs } from '../form-acts.tsx'
import { FormProblem } from '../form-problem.tsx'
import { AreaSelect } from '../people/area-select.tsx'
import { useWords } from '../words.ts'
import { type HowTold, HowToldFields, isWhole } from './robot-fields.tsx'

const kinds = Object.keys({ wecom: true, dingtalk: true, feishu: true } satisfies Record<RobotKind, true>)
const shortestSecret = 8

interface Draft {
  readonly kind: RobotKind
  readonly name: string
  readonly address: string
  readonly secret: string
  readonly areaId: string | null
  readonly unitId: string | null
  readonly told: HowTold
}
const empty: Draft = {
  kind: 'wecom',
  name: '',
  address: '',
  secret: '',
  areaId: null,
  unitId: null,
  told: { language: 'zh', quiet: { from: '22:00', until: '07:00' } },
}

/** WeCom's robots sign nothing: their address alone opens them. */
const secretOf = ({ kind, secret }: Draft): string => (kind === 'wecom' ? '' : secret.trim())

/** What is still wrong with a draft, by field. */
function useFaults(draft: Draft) {
  const { add: said } = useWords().consoleRobots
  const secret = secretOf(draft)
  return {
    name: draft.name.trim() === '' ? said.nameMissing : undefined,
    address: /^https?:\/\/[^/]+\/./.test(draft.address.trim()) ? undefined : said.addressWrong,
    secret: secret !== '' && secret.length < shortestSecret ? said.secretWrong : undefined,
    area: draft.areaId === null ? said.areaMissing : undefined,
  }
}

interface Part {
  readonly draft: Draft
  readonly faults: Partial<ReturnType<typeof useFaults>>
  set(changed: Partial<Draft>): void
}

/** A robot that a group was given, with what opens it: entered once, and shown to nobody again. */
export function AddRobotForm({
  hosts,
  onAdded,
  onClose,
}: {
  hosts: readonly string[]
  onAdded(): void
  onClose(): void
}) {
  const { add: said } = useWords().consoleRobots
  const [draft, setDraft] = useState(empty)
  const [tried, setTried] = useState(false)
  const faults = useFaults(draft)
  const add = useAct<RobotDone, Omit<AddRobot, 'requestId'>>('/api/robots', { onDone: onAdded })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    const { kind, name, address, areaId, unitId, told } = draft
    if (
      add.isPending ||
      !isWhole(told) ||
      areaId === null ||
      Object.values(faults).some((fault) => fault !== undefined)
    )
      return
    const opens = { address: address.trim(), secret: secretOf(draft) || null }
    add.mutate({ kind, name: name.trim(), ...opens, areaId, unitId, ...told })
  }
  const part = {
    draft,
    faults: tried ? faults : {},
    set: (changed: Partial<Draft>) => setDraft({ ...draft, ...changed }),
  }
  return (
    <form className="panel people__form" aria-label={said.title} onSubmit={submit} noValidate>
      <h2>{said.title}</h2>
      <WhichRobot {...part} hosts={hosts} />
      <WhatItTells {...part} />
      <FormProblem error={add.error} />
      <FormActs label={said.send} busy={add.isPending} onCancel={onClose} />
    </form>
  )
}

function WhichRobot({ draft, faults, set, hosts }: Part & { hosts: readonly string[] }) {
  const { consoleRobots, common } = useWords()
  const { add: said } = consoleRobots
  return (
    <>
      <SelectField label={said.kind} value={draft.kind} onChoose={(kind) => set({ kind: kind as RobotKind })}>
        {kinds.map((kind) => (
          <option key={kind} value={kind}>
            {consoleRobots.kinds[kind as RobotKind]}
          </option>
        ))}
      </SelectField>
      <TextField
        label={said.name}
        hint={said.nameHint}
        autoComplete="off"
        maxLength={40}
        value={draft.name}
        error={faults.name}
        onChange={(event) => set({ name: event.target.value })}
      />
      <TextField
        label={said.address}
        hint={said.addressHint(common.list(hosts))}
        autoComplete="off"
        maxLength={500}
        value={draft.address}
        error={faults.address}
        onChange={(event) => set({ address: event.target.value })}
      />
      {draft.kind !== 'wecom' && (
        <TextField
          label={said.secret}
          hint={said.secretHint}
          optional
          type="password"
          autoComplete="off"
          maxLength={200}
          value={draft.secret}
          error={faults.secret}
          onChange={(event) => set({ secret: event.target.value })}
        />
      )}
    </>
  )
}

/** Of which place or unit its group is told, and when it is left in peace. */
function WhatItTells({ draft, faults, set }: Part) {
  const { add: said } = useWords().consoleRobots
  const { areaId, unitId } = draft
  return (
    <>
      <Field label={said.area} error={faults.area}>
        {({ id }) => (
          <AreaSelect
            id={id}
            kind={undefined}
            value={areaId}
            onChange={(chosen) => set({ areaId: chosen, unitId: null })}
          />
        )}
      </Field>
      {areaId !== null && (
        <UnitChoice areaId={areaId} value={unitId} onChoose={(chosen) => set({ unitId: chosen })} />
      )}
      <HowToldFields told={draft.told} set={(told) => set({ told })} />
    </>
  )
}

/** The units that stand in an area, for a group that is told of one unit's work. */
function UnitChoice({
  areaId,
  value,
  onChoose,
}: {
  areaId: string
  value: string | null
  onChoose(unitId: string | null): void
}) {
  const { add: said } = useWords().consoleRobots
  const nameOf = useNameOf()
  const { data } = useRead<UnitPage>(withQuery('/api/units', { areaId }), { staleMs: 60_000 })
  const units = (data?.units ?? []).filter((unit) => unit.areaId === areaId)
  if (units.length === 0) return null
  return (
    <SelectField label={said.unit} optional value={value ?? ''} onChoose={(id) => onChoose(id || null)}>
      <option value="">{said.unitNone}</option>
      {units.map((unit) => (
        <option key={unit.id} value={unit.id}>
          {nameOf(unit)}
        </option>
      ))}
    </SelectField>
  )
}

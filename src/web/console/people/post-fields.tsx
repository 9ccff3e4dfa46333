import { Select } from 'antd'
import type { AreaKind } from '../../../areas/contract.ts'
import type { PostKind } from '../../../people/contract.ts'
import { needsUnit, postArea } from '../../../people/post-place.contract.ts'
import { Field, TextField } from '../../kit/field.tsx'
import { useNameOf } from '../../shared/names.ts'
import { UnitSelect } from '../case/acts/unit-select.tsx'
import { useSignedIn } from '../session/me.ts'
import { useWords } from '../words.ts'
import { AreaSelect } from './area-select.tsx'
import { isShown, needsArea, type PostDraft, type PostFault } from './post-draft.ts'

interface PostFieldsProps {
  readonly draft: PostDraft
  /** Empty until the form was first sent. */
  readonly faults: readonly PostFault[]
  readonly today: string
  onChange(change: Partial<PostDraft>): void
}

/** A post: its kind, then its unit and area, what residents are shown, and its term. */
export function PostFields({ draft, faults, today, onChange }: PostFieldsProps) {
  const words = useWords()
  const { post: said } = words.consolePeople
  const { posts } = words.console.session
  const kinds = Object.keys(postArea) as PostKind[]
  // Another kind stands in another kind of area.
  const choose = (kind: PostKind | undefined) => onChange({ kind: kind ?? null, areaId: null })
  return (
    <>
      <Field label={said.kind} error={faults.includes('kind') ? said.kindMissing : undefined}>
        {({ id }) => (
          <Select<PostKind>
            id={id}
            className="whole-width"
            showSearch={{ optionFilterProp: 'label' }}
            placeholder={said.kindPlaceholder}
            value={draft.kind}
            options={kinds.map((value) => ({ value, label: posts[value] }))}
            onChange={choose}
          />
        )}
      </Field>
      {draft.kind !== null && (
        <>
          <Place draft={draft} kind={draft.kind} faults={faults} onChange={onChange} />
          {isShown(draft.kind) && <ToResidents draft={draft} faults={faults} onChange={onChange} />}
          <Term draft={draft} faults={faults} today={today} onChange={onChange} />
        </>
      )}
    </>
  )
}

type PartProps = Omit<PostFieldsProps, 'today'>

function Place({ draft, kind, faults, onChange }: PartProps & { kind: PostKind }) {
  const { post: said } = useWords().consolePeople
  const { district } = useSignedIn()
  const nameOf = useNameOf()
  const areaKind = postArea[kind] as AreaKind | null
  const areaLabels: Readonly<Record<string, string>> = said.areaOf
  return (
    <>
      <Field
        label={said.unit}
        optional={!needsUnit.has(kind)}
        hint={needsUnit.has(kind) ? undefined : said.unitHint}
        error={faults.includes('unit') ? said.unitMissing : undefined}
      >
        {({ id }) => <UnitSelect id={id} value={draft.unit} onChange={(unit) => onChange({ unit })} />}
      </Field>
      {areaKind === 'district' ? (
        <p className="people__whole">{said.whole(nameOf(district))}</p>
      ) : (
        <Field
          label={areaLabels[areaKind ?? ''] ?? said.area}
          optional={!needsArea(kind)}
          hint={needsArea(kind) ? undefined : said.areaHint}
          error={faults.includes('area') ? said.areaMissing : undefined}
        >
          {({ id }) => (
            <AreaSelect
              key={kind}
              id={id}
              kind={areaKind ?? undefined}
              value={draft.areaId}
              onChange={(areaId) => onChange({ areaId })}
            />
          )}
        </Field>
      )}
    </>
  )
}

function ToResidents({ draft, faults, onChange }: PartProps) {
  const { common, consolePeople } = useWords()
  const { post: said } = consolePeople
  return (
    <fieldset className="field">
      <legend className="field__label">
        {said.publicLegend} <small>{common.field.optional}</small>
      </legend>
      <p className="field__hint">{said.publicHint}</p>
      <div className="people__pair">
        <TextField
          label={said.publicName}
          autoComplete="off"
          maxLength={40}
          value={draft.publicName}
          onChange={(event) => onChange({ publicName: event.target.value })}
        />
        <TextField
          label={said.publicPhone}
          type="tel"
          inputMode="tel"
          autoComplete="off"
          maxLength={20}
          value={draft.publicPhone}
          error={faults.includes('phone') ? said.phoneWrong : undefined}
          onChange={(event) => onChange({ publicPhone: event.target.value })}
        />
      </div>
    </fieldset>
  )
}

function Term({ draft, faults, today, onChange }: PostFieldsProps) {
  const { post: said } = useWords().consolePeople
  return (
    <div className="people__pair">
      <TextField
        label={said.startsOn}
        type="date"
        value={draft.startsOn === '' ? today : draft.startsOn}
        onChange={(event) => onChange({ startsOn: event.target.value })}
      />
      <TextField
        label={said.endsOn}
        hint={said.endsOnHint}
        optional
        type="date"
        value={draft.endsOn}
        error={faults.includes('term') ? said.termWrong : undefined}
        onChange={(event) => onChange({ endsOn: event.target.value })}
      />
    </div>
  )
}

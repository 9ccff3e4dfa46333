import { Select } from 'antd'
import type { PostKind } from '../../../people/contract.ts'
import { postArea } from '../../../people/post-place.contract.ts'
import { withQuery } from '../../api/use-read.ts'
import { nowMs } from '../../clock.ts'
import { Check } from '../../kit/choice.tsx'
import { Field } from '../../kit/field.tsx'
import { dayAfter, localDay } from '../../words/time.ts'
import { type ChosenUnit, UnitSelect } from '../case/acts/unit-select.tsx'
import { useLittleRoom } from '../little-room.ts'
import { mayDo, useSignedIn } from '../session/me.ts'
import { useReading, useWords } from '../words.ts'
import { AreaSelect } from './area-select.tsx'

/** Which accounts are looked at, beside the words that are searched. */
export interface AccountFilter {
  readonly kind: PostKind | null
  readonly areaId: string | null
  readonly unit: readonly ChosenUnit[]
  readonly soon: boolean
  readonly closed: boolean
}

export const noFilter: AccountFilter = { kind: null, areaId: null, unit: [], soon: false, closed: false }

const soonDays = 30

/** The filter as the server is asked. */
export const filterQuery = (text: string, { kind, areaId, unit, soon, closed }: AccountFilter) => ({
  text,
  kind: kind ?? undefined,
  areaId: areaId ?? undefined,
  unitId: unit[0]?.value,
  endsBefore: soon ? dayAfter(localDay(nowMs()), soonDays) : undefined,
  closed: closed ? 'true' : undefined,
})

interface FiltersProps {
  readonly filter: AccountFilter
  onFilter(filter: AccountFilter): void
}

/** The filters; folded away where they would fill the page before anybody is seen. */
export function AccountFilters(props: FiltersProps) {
  const { filter: said } = useWords().consolePeople
  if (!useLittleRoom()) return <Filters {...props} />
  return (
    <details className="panel no-print" open={props.filter !== noFilter}>
      <summary className="summary">{said.label}</summary>
      <Filters {...props} />
    </details>
  )
}

function Filters({ filter, onFilter }: FiltersProps) {
  const words = useWords()
  const { filter: said } = words.consolePeople
  const { posts } = words.console.session
  const change = (part: Partial<AccountFilter>) => onFilter({ ...filter, ...part })
  return (
    <fieldset className="people__filters no-print">
      <legend className="unseen">{said.label}</legend>
      <Field label={said.kind}>
        {({ id }) => (
          <Select<PostKind>
            id={id}
            className="whole-width"
            allowClear
            placeholder={said.anyKind}
            value={filter.kind}
            options={(Object.keys(postArea) as PostKind[]).map((value) => ({ value, label: posts[value] }))}
            onChange={(kind?: PostKind | null) => change({ kind: kind ?? null })}
          />
        )}
      </Field>
      <Field label={said.area}>
        {({ id }) => (
          <AreaSelect
            id={id}
            kind={undefined}
            value={filter.areaId}
            onChange={(areaId) => change({ areaId })}
          />
        )}
      </Field>
      <Field label={said.unit}>
        {({ id }) => (
          <UnitSelect
            id={id}
            placeholder={said.unitAny}
            value={filter.unit}
            onChange={(unit) => change({ unit })}
          />
        )}
      </Field>
      <Check checked={filter.soon} onCheck={(soon) => change({ soon })}>
        {said.soon}
      </Check>
      <Check checked={filter.closed} onCheck={(closed) => change({ closed })}>
        {said.closed}
      </Check>
    </fieldset>
  )
}

/** The lists that go out from here, with the filters as they stand. */
export function AccountSheets({ text, filter }: { text: string; filter: AccountFilter }) {
  const { words, language } = useReading()
  const { filter: said } = words.consolePeople
  if (!mayDo(useSignedIn(), 'export.run')) return null
  const accounts = withQuery('/api/accounts/sheet', { ...filterQuery(text, filter), language })
  return (
    <p className="people__sheets no-print">
      <a href={accounts} download>
        {said.sheet}
      </a>{' '}
      <a href={withQuery('/api/units/sheet', { language })} download>
        {said.units}
      </a>
    </p>
  )
}

import { useState } from 'react'
import type { Area, AreaPage } from '../../../areas/contract.ts'
import { useRead, withQuery } from '../../api/use-read.ts'
import { Field } from '../../kit/field.tsx'
import { useWords } from '../../preferences.tsx'
import { communityOf, useMyPlace } from '../../shared/my-place.ts'
import { useNameOf } from '../../shared/names.ts'

/** The parts of an area that still stand; the district's where `parent` is left out. Reads nothing where `on` is false. */
function useParts(on: boolean, parent?: string): readonly Area[] {
  const path = on ? withQuery('/api/areas', { parent, limit: '500' }) : null
  const { data } = useRead<AreaPage>(path, { staleMs: 300_000 })
  return data?.areas.filter(({ ended }) => !ended) ?? []
}

/** The whole district, the reader's community, or another one, found by its street. */
export function CommunityFilter({ value, onChoose }: { value: string; onChoose(community: string): void }) {
  const { portal, common } = useWords()
  const { board } = portal
  const nameOf = useNameOf()
  const [mine] = useMyPlace()
  const own = communityOf(mine)
  const [street, setStreet] = useState<string | null>(null)
  const streets = useParts(street !== null)
  const communities = useParts(Boolean(street), street ?? undefined)
  const choose = (next: string) => {
    setStreet(next === 'other' ? '' : null)
    if (next !== 'other') onChoose(next)
  }
  return (
    <>
      <Field label={board.community}>
        {(control) => (
          <select
            {...control}
            className="input"
            value={street === null ? value : 'other'}
            onChange={(event) => choose(event.target.value)}
          >
            <option value="">{board.everywhere}</option>
            {own && <option value={own.id}>{common.labelled(board.mine, nameOf(own))}</option>}
            <option value="other">{board.otherCommunity}</option>
          </select>
        )}
      </Field>
      {street !== null && (
        <AreaSelect label={board.street} areas={streets} value={street} onChoose={setStreet} />
      )}
      {street && (
        <AreaSelect label={board.otherCommunity} areas={communities} value={value} onChoose={onChoose} />
      )}
    </>
  )
}

function AreaSelect({
  label,
  areas,
  value,
  onChoose,
}: {
  label: string
  areas: readonly Area[]
  value: string
  onChoose(id: string): void
}) {
  const { board } = useWords().portal
  const nameOf = useNameOf()
  return (
    <Field label={label}>
      {(control) => (
        <select
          {...control}
          className="input"
          value={value}
          onChange={(event) => onChoose(event.target.value)}
        >
          <option value="">{board.choose}</option>
          {areas.map((area) => (
            <option key={area.id} value={area.id}>
              {nameOf(area)}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}

import { useState } from 'react'
import type { AreaPage } from '../../../areas/contract.ts'
import { useRead, withQuery } from '../../api/use-read.ts'
import { Field } from '../../kit/field.tsx'
import { useWords } from '../../preferences.tsx'
import { communityOf, useMyPlace } from '../../shared/my-place.ts'
import { useNameOf } from '../../shared/names.ts'

/** The whole district, the reader's community, or another one, found by its street. */
export function CommunityFilter({ value, onChoose }: { value: string; onChoose(community: string): void }) {
  const { portal, common } = useWords()
  const { board } = portal
  const nameOf = useNameOf()
  const [mine] = useMyPlace()
  const own = communityOf(mine)
  const [street, setStreet] = useState<string | null>(null)
  const { data: streets } = useRead<AreaPage>(street === null ? null : '/api/areas?limit=500', {
    staleMs: 300_000,
  })
  const { data: communities } = useRead<AreaPage>(
    street ? withQuery('/api/areas', { parent: street, limit: '500' }) : null,
    { staleMs: 300_000 },
  )
  const standing = (page: AreaPage | undefined) => page?.areas.filter(({ ended }) => !ended) ?? []
  const chosen = street === null ? value : 'other'
  const choose = (next: string) => {
    if (next === 'other') return setStreet('')
    setStreet(null)
    onChoose(next)
  }
  return (
    <>
      <Field label={board.community}>
        {(control) => (
          <select
            {...control}
            className="input"
            value={chosen}
            onChange={(event) => choose(event.target.value)}
          >
            <option value="">{board.everywhere}</option>
            {own && <option value={own.id}>{common.labelled(board.mine, nameOf(own))}</option>}
            <option value="other">{board.otherCommunity}</option>
          </select>
        )}
      </Field>
      {street !== null && (
        <Field label={board.street}>
          {(control) => (
            <select
              {...control}
              className="input"
              value={street}
              onChange={(event) => setStreet(event.target.value)}
            >
              <option value="">{board.choose}</option>
              {standing(streets).map((area) => (
                <option key={area.id} value={area.id}>
                  {nameOf(area)}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
      {street && (
        <Field label={board.otherCommunity}>
          {(control) => (
            <select
              {...control}
              className="input"
              value={value}
              onChange={(event) => onChoose(event.target.value)}
            >
              <option value="">{board.choose}</option>
              {standing(communities).map((area) => (
                <option key={area.id} value={area.id}>
                  {nameOf(area)}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
    </>
  )
}

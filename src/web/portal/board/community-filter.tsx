import { useState } from 'react'
import { SelectField } from '../../kit/field.tsx'
import { useWords } from '../../preferences.tsx'
import { AreaChoice, useParts } from '../../shared/area-choice.tsx'
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
  const streets = useParts(street !== null)
  const communities = useParts(Boolean(street), street ?? undefined)
  const choose = (next: string) => {
    setStreet(next === 'other' ? '' : null)
    if (next !== 'other') onChoose(next)
  }
  return (
    <>
      <SelectField label={board.community} value={street === null ? value : 'other'} onChoose={choose}>
        <option value="">{board.everywhere}</option>
        {own && <option value={own.id}>{common.labelled(board.mine, nameOf(own))}</option>}
        <option value="other">{board.otherCommunity}</option>{' '}
      </SelectField>
      {street !== null && (
        <AreaChoice
          label={board.street}
          none={board.choose}
          areas={streets}
          value={street}
          onChoose={setStreet}
        />
      )}
      {street && (
        <AreaChoice
          label={board.otherCommunity}
          none={board.choose}
          areas={communities}
          value={value}
          onChoose={onChoose}
        />
      )}
    </>
  )
}

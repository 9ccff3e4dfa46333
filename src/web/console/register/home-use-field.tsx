import type { HomeUse } from '../../../people/register/contract.ts'
import { Choices } from '../../kit/choice.tsx'
import { useSaid } from '../../shared/register/use-said.ts'
import { useDeskSaid } from './use-desk-said.ts'

const uses: readonly HomeUse[] = ['dwelling', 'shop', 'office', 'storage', 'other']

/** What a home is used for. */
export function HomeUseField({ use, onChoose }: { use: HomeUse; onChoose(use: HomeUse): void }) {
  const said = useSaid()
  const { homeUse } = useDeskSaid()
  return (
    <Choices<HomeUse>
      label={homeUse}
      options={uses.map((value) => ({ value, label: said.uses[value] }))}
      value={use}
      onChoose={onChoose}
    />
  )
}

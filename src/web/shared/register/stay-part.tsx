import type { OccupancyRole } from '../../../people/register/contract.ts'
import { Check, Choices } from '../../kit/choice.tsx'
import { useSaid } from './use-said.ts'

const roles = ['owner', 'resident', 'tenant', 'other'] as const

/** Why somebody belongs to a home, and whether they live there. */
export interface Stay {
  readonly role: OccupancyRole | null
  readonly lives: boolean
}

/** An owner and a guest may live elsewhere. */
const mayLiveElsewhere = (role: OccupancyRole | null): boolean => role === 'owner' || role === 'other'

/** Whether they live there, as it is sent: only who may live elsewhere was asked. */
export const livesHere = (role: OccupancyRole, lives: boolean): boolean =>
  mayLiveElsewhere(role) ? lives : true

/** Asks what somebody is to a home. */
export function StayPart({
  stay,
  tried,
  change,
}: {
  readonly stay: Stay
  readonly tried: boolean
  change(part: Partial<Stay>): void
}) {
  const said = useSaid()
  const { person: form } = said
  return (
    <>
      <Choices<OccupancyRole>
        label={form.role}
        {...(tried && stay.role === null ? { error: form.roleMissing } : {})}
        options={roles.map((value) => ({ value, label: said.roles[value], hint: form.roleHints[value] }))}
        value={stay.role}
        onChoose={(role) => change({ role })}
      />
      {mayLiveElsewhere(stay.role) && (
        <Check checked={stay.lives} onCheck={(lives) => change({ lives })}>
          {form.lives}
          <small>{form.livesHint}</small>
        </Check>
      )}
    </>
  )
}

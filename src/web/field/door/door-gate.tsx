import type { ReactNode } from 'react'
import { Empty } from '../../kit/states.tsx'
import { useSaid } from '../../shared/register/use-said.ts'
import { StaffGate } from '../session/gate.tsx'

/** Pages at the door are for posts that keep the register. */
export function DoorGate({ children }: { children: ReactNode }) {
  const said = useSaid().door
  return (
    <StaffGate>
      {(me) =>
        me.acts.includes('register.update') ? (
          children
        ) : (
          <Empty wholePage what={said.none} next={said.noneNext} />
        )
      }
    </StaffGate>
  )
}

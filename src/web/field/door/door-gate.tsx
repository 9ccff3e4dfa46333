import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { buttonClass } from '../../kit/button.tsx'
import { Empty } from '../../kit/states.tsx'
import { useWords } from '../../preferences.tsx'
import { useSaid } from '../../shared/register/use-said.ts'
import { StaffGate } from '../session/gate.tsx'

/** Pages at the door are for posts that keep the register. */
export function DoorGate({ children }: { children: ReactNode }) {
  const said = useSaid().door
  const { actions } = useWords().common
  return (
    <StaffGate>
      {(me) =>
        me.acts.includes('register.update') ? (
          children
        ) : (
          <Empty wholePage what={said.none} next={said.noneNext}>
            <Link to="/" className={buttonClass({ look: 'quiet' })}>
              {actions.home}
            </Link>
          </Empty>
        )
      }
    </StaffGate>
  )
}

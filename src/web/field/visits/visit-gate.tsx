import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { buttonClass } from '../../kit/button.tsx'
import { Empty } from '../../kit/states.tsx'
import { useWords } from '../../preferences.tsx'
import { StaffGate } from '../session/gate.tsx'
import { useSaid } from './use-said.ts'

/** Visits are logged by posts that keep the register; the day's list is for those of a grid. */
export function VisitGate({
  needs,
  children,
}: {
  needs: 'grid.see' | 'register.update'
  children: ReactNode
}) {
  const said = useSaid()
  const { actions } = useWords().common
  return (
    <StaffGate>
      {(me) =>
        me.acts.includes(needs) ? (
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

import './session.css'
import type { ReactNode } from 'react'
import { Switches } from '../../kit/shell.tsx'
import { useWords } from '../words.ts'

/** A page without menu: signing in and setting up. */
export function PlainFrame({ children }: { children: ReactNode }) {
  const { name } = useWords().faces.console
  return (
    <div className="plain">
      <header className="plain__head">
        <span className="plain__name">{name}</span>
        <Switches />
      </header>
      <main className="plain__main">{children}</main>
    </div>
  )
}

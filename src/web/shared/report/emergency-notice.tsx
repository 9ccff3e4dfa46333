import './doors.css'
import { useId } from 'react'
import { emergencyLines, firstLines } from '../../../matters/doors.contract.ts'
import { useWords } from '../../preferences.tsx'
import { useNameOf } from '../names.ts'

/** Stands above every report: an emergency is not a case. The numbers need no network. */
export function EmergencyNotice() {
  const { emergency } = useWords().report
  const nameOf = useNameOf()
  const id = useId()
  return (
    <aside className="emergency" aria-labelledby={id}>
      <p id={id}>{emergency.notice}</p>
      <div className="emergency__lines">
        {firstLines.map((line) => (
          <a key={line} href={`tel:${line}`} aria-label={emergency.call(line, nameOf(emergencyLines[line]))}>
            <b>{line}</b> <small>{nameOf(emergencyLines[line])}</small>
          </a>
        ))}
      </div>
      <p>
        <small>{nameOf(emergencyLines.gas)}</small>
      </p>
    </aside>
  )
}

import { Link } from '@tanstack/react-router'
import type { BlownWhistle } from '../../../cases/whistle/contract.ts'
import { type EmergencyLine, emergencyLines } from '../../../matters/doors.contract.ts'
import { buttonClass } from '../../kit/button.tsx'
import { nameIn } from '../../shared/names.ts'
import { useReading } from '../words.ts'

const isLine = (line: string): line is EmergencyLine => Object.keys(emergencyLines).includes(line)

/** The whistle is blown; but its words ring as an emergency, and a telephone is quicker than any whistle. */
export function EmergencyFirst({ blown: { whistleId, lines } }: { blown: BlownWhistle }) {
  const { words, language } = useReading()
  const { blow: said } = words.consoleWhistles
  return (
    <section className="panel" role="alert">
      <h2>{said.callFirst}</h2>
      <ul>
        {lines.filter(isLine).map((line) => {
          const { number, ...name } = emergencyLines[line]
          return (
            <li key={line}>
              {number === null ? (
                nameIn(language, name)
              ) : (
                <a href={`tel:${number}`}>{words.report.emergency.call(number, nameIn(language, name))}</a>
              )}
            </li>
          )
        })}
      </ul>
      <p>{said.callFirstThen}</p>
      <Link to="/whistles/$id" params={{ id: whistleId }} className={buttonClass()}>
        {said.toWhistle}
      </Link>
    </section>
  )
}

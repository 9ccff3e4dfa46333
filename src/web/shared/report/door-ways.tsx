import './doors.css'
import { type EmergencyLine, emergencyLines, type LawfulDoor } from '../../../matters/doors.contract.ts'
import { useWords } from '../../preferences.tsx'
import { useNameOf } from '../names.ts'

/** An emergency's number, large. A newer server may know more lines than this page: then the police. */
export function EmergencyCall({ line }: { line: EmergencyLine }) {
  const { emergency } = useWords().report
  const nameOf = useNameOf()
  const { number, ...name } = emergencyLines[line] ?? emergencyLines['110']
  if (number === null) return <p className="doors__call">{emergency.gas}</p>
  return (
    <a className="doors__call" href={`tel:${number}`} aria-label={emergency.call(number, nameOf(name))}>
      <span className="doors__number">{number}</span>
      {nameOf(name)}
    </a>
  )
}

/** A place of a lawful channel to turn to: its telephone number, or its address on the web. */
export function ChannelWay({ way }: { way: LawfulDoor }) {
  const { channel, emergency } = useWords().report
  const nameOf = useNameOf()
  const isNumber = /^\d+$/.test(way.reach)
  const say = isNumber ? emergency.call : channel.visit
  return (
    <a
      className="doors__call doors__call--calm"
      href={isNumber ? `tel:${way.reach}` : `https://${way.reach}`}
      {...(isNumber ? {} : { target: '_blank', rel: 'noreferrer' })}
      aria-label={say(way.reach, nameOf(way))}
    >
      <span className={isNumber ? 'doors__number' : 'doors__number doors__number--address'}>{way.reach}</span>
      {nameOf(way)}
    </a>
  )
}

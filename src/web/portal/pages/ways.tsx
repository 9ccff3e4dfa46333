import '../../shared/rows.css'
import { Link } from '@tanstack/react-router'
import { type Channel, emergencyLines, firstLines, lawfulChannels } from '../../../matters/doors.contract.ts'
import { buttonClass } from '../../kit/button.tsx'
import { Card } from '../../kit/card.tsx'
import { useTitle } from '../../kit/shell.tsx'
import { useNameOf } from '../../shared/names.ts'
import { useMediationWords } from '../mediation/use-own.ts'

const isNumber = (reach: string): boolean => /^\d+$/.test(reach)

/** 诉求引导: where each kind of appeal goes, what is in danger first. */
export default function WaysPage() {
  const { ways: said } = useMediationWords()
  const nameOf = useNameOf()
  useTitle(said.title)
  return (
    <>
      <h1>{said.title}</h1>
      <p className="lead">{said.lead}</p>
      <Card title={said.urgent}>
        <ul className="rows">
          {firstLines.map((line) => (
            <li key={line}>
              <a className="row" href={`tel:${emergencyLines[line].number}`}>
                <Line reach={line} what={nameOf(emergencyLines[line])} />
              </a>
            </li>
          ))}
        </ul>
      </Card>
      <Card title={said.report.title}>
        <p>{said.report.say}</p>
        <Link to="/report" className={buttonClass({ wide: true })}>
          {said.report.go}
        </Link>
      </Card>
      {[said.dispute, said.labour, said.review, said.court].map(({ title, say }) => (
        <Card key={title} title={title}>
          <p>{say}</p>
        </Card>
      ))}
      {(Object.keys(lawfulChannels) as Channel[]).map((channel) => (
        <Card key={channel} title={nameOf(lawfulChannels[channel])}>
          <ul className="rows">
            {lawfulChannels[channel].doors.map(({ reach, zh, en }) => (
              <li key={reach}>
                <a className="row" href={isNumber(reach) ? `tel:${reach}` : `https://${reach}`}>
                  <Line reach={reach} what={nameOf({ zh, en })} />
                </a>
              </li>
            ))}
          </ul>
        </Card>
      ))}
      <Card title={said.mind.title}>
        <p>{said.mind.say}</p>
      </Card>
    </>
  )
}

function Line({ reach, what }: { reach: string; what: string }) {
  return (
    <>
      <span className="row__title">{reach}</span>
      <small>{what}</small>
    </>
  )
}

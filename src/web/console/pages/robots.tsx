import '../books.css'
import '../people/people.css'
import '../services/services.css'
import '../robots/robots.css'
import { useState } from 'react'
import type { Robots } from '../../../notices/delivery/contract.ts'
import { useRead } from '../../api/use-read.ts'
import { Button } from '../../kit/button.tsx'
import { useTitle } from '../../kit/shell.tsx'
import { Shown } from '../../kit/shown.tsx'
import { Empty } from '../../kit/states.tsx'
import { useSay } from '../../kit/status.tsx'
import { NotPermitted } from '../not-permitted.tsx'
import { AddRobotForm } from '../robots/add-robot-form.tsx'
import { DeliveryLog } from '../robots/delivery-log.tsx'
import { RobotItem } from '../robots/robot-item.tsx'
import { mayDo, useSignedIn } from '../session/me.ts'
import { useWords } from '../words.ts'

/** Robots of work groups: who is told of what, and what became of each message. */
export default function RobotsPage() {
  const { consoleRobots } = useWords()
  const me = useSignedIn()
  useTitle(consoleRobots.title)
  if (!mayDo(me, 'channel.manage')) return <NotPermitted />
  return <RobotBook />
}

function RobotBook() {
  const { consoleRobots: said } = useWords()
  const say = useSay()
  const reading = useRead<Robots>('/api/robots')
  const isAdministrator = useSignedIn().posts.some(({ kind }) => kind === 'administrator')
  const [adding, setAdding] = useState(false)
  const added = () => {
    setAdding(false)
    say(said.add.done)
  }
  return (
    <div className="book people">
      <h1>{said.title}</h1>
      <p className="book__lead">{said.lead}</p>
      <Shown reading={reading}>
        {({ rows, hosts, linkAddress }) => (
          <>
            {linkAddress === null && (
              <p className="robots__links">{isAdministrator ? said.noLinks : said.noLinksAsk}</p>
            )}
            {hosts.length === 0 && <p className="robots__links">{said.demonstration}</p>}
            {adding ? (
              <AddRobotForm hosts={hosts} onAdded={added} onClose={() => setAdding(false)} />
            ) : (
              <p className="people__open">
                <Button onClick={() => setAdding(true)}>{said.add.open}</Button>
              </p>
            )}
            {rows.length === 0 && !adding && <Empty what={said.none} next={said.noneNext} />}
            {rows.length > 0 && (
              <ul>
                {rows.map((robot) => (
                  <RobotItem key={robot.id} robot={robot} />
                ))}
              </ul>
            )}
          </>
        )}
      </Shown>
      <DeliveryLog />
    </div>
  )
}

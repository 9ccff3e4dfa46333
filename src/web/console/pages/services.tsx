import '../books.css'
import '../people/people.css'
import '../services/services.css'
import { useState } from 'react'
import type { ServiceAccounts } from '../../../people/service/contract.ts'
import { useRead } from '../../api/use-read.ts'
import { Button } from '../../kit/button.tsx'
import { useTitle } from '../../kit/shell.tsx'
import { Shown } from '../../kit/shown.tsx'
import { Empty } from '../../kit/states.tsx'
import { NotPermitted } from '../not-permitted.tsx'
import { type GivenKey, KeyShown } from '../services/key-shown.tsx'
import { OpenServiceForm } from '../services/open-service-form.tsx'
import { ServiceItem } from '../services/service-item.tsx'
import { mayDo, useSignedIn } from '../session/me.ts'
import { useWords } from '../words.ts'

/** Accounts for programs of other offices, and their keys. */
export default function ServicesPage() {
  const words = useWords()
  const me = useSignedIn()
  useTitle(words.consoleServices.title)
  if (!mayDo(me, 'people.manage')) return <NotPermitted />
  return <Services />
}

function Services() {
  const { consoleServices: said } = useWords()
  const reading = useRead<ServiceAccounts>('/api/services')
  const [opening, setOpening] = useState(false)
  const [given, setGiven] = useState<GivenKey | null>(null)
  const show = (key: GivenKey) => {
    setOpening(false)
    setGiven(key)
  }
  return (
    <div className="book people">
      <h1>{said.title}</h1>
      <p className="book__lead">{said.lead}</p>
      {given !== null && <KeyShown given={given} onClose={() => setGiven(null)} />}
      {opening && <OpenServiceForm onOpened={show} onClose={() => setOpening(false)} />}
      {!opening && given === null && (
        <p className="people__open">
          <Button onClick={() => setOpening(true)}>{said.open.open}</Button>
        </p>
      )}
      <Shown reading={reading}>
        {({ rows }) =>
          rows.length === 0 ? (
            <Empty what={said.none} next={said.noneNext} />
          ) : (
            <ul>
              {rows.map((service) => (
                <ServiceItem key={service.id} service={service} onGiven={show} />
              ))}
            </ul>
          )
        }
      </Shown>
    </div>
  )
}

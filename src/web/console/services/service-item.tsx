import { useState } from 'react'
import type { ServiceAccount } from '../../../people/service/contract.ts'
import { nowMs } from '../../clock.ts'
import { useNameOf } from '../../shared/names.ts'
import { sayDate, sayMoment } from '../../words/time.ts'
import { useWords } from '../words.ts'
import type { GivenKey } from './key-shown.tsx'
import { StopDialog, TurnDialog } from './service-acts.tsx'

/** A service account: what it may do and where, its keys, and what can be done about it. */
export function ServiceItem({
  service,
  onGiven,
}: {
  service: ServiceAccount
  onGiven(given: GivenKey): void
}) {
  const words = useWords()
  const { consoleServices: said, consolePermissions: permissions, common } = words
  const nameOf = useNameOf()
  const [asked, setAsked] = useState<'turn' | 'end' | null>(null)
  const close = () => setAsked(null)
  const now = nowMs()
  const { name } = service
  return (
    <li className="services__item">
      <h2>{name}</h2>
      <p>
        {common.labelled(said.mayDo, common.list(service.acts.map(permissions.actOf)))}
        <br />
        {common.labelled(said.area, nameOf(service.area))}
      </p>
      <small>
        {common.facts(
          said.opened(sayMoment(words, service.openedAt, now)),
          service.endedAt !== null && said.ended(sayMoment(words, service.endedAt, now)),
        )}
      </small>
      <ul aria-label={said.keys}>
        {service.keys.map((key) => (
          <KeyLine key={key.id} of={key} name={name} />
        ))}
      </ul>
      {service.endedAt === null && (
        <p>
          {(['turn', 'end'] as const).map((act) => (
            <button
              key={act}
              type="button"
              className="text-button"
              aria-label={said[act].openOf(name)}
              onClick={() => setAsked(act)}
            >
              {said[act].open}
            </button>
          ))}
        </p>
      )}
      {asked === 'turn' && <TurnDialog service={service} onGiven={onGiven} onClose={close} />}
      {asked === 'end' && (
        <StopDialog
          path={`/api/services/${service.id}/end`}
          said={{
            title: said.end.title(name),
            hint: said.end.hint,
            send: said.end.open,
            done: said.end.done(name),
          }}
          onClose={close}
        />
      )}
    </li>
  )
}

function KeyLine({ of: key, name }: { of: ServiceAccount['keys'][number]; name: string }) {
  const words = useWords()
  const { key: said } = words.consoleServices
  const [stopping, setStopping] = useState(false)
  const now = nowMs()
  return (
    <li>
      {words.common.facts(
        said.given(sayMoment(words, key.createdAt, now)),
        key.opens ? said.until(sayDate(words, key.endsOn)) : said.over,
        key.opens && key.stopsAt !== null && said.stops(sayMoment(words, key.stopsAt, now)),
        key.usedAt === null ? said.unused : said.used(sayMoment(words, key.usedAt, now)),
      )}{' '}
      {key.opens && (
        <button
          type="button"
          className="text-button"
          aria-label={said.stopOf(name)}
          onClick={() => setStopping(true)}
        >
          {said.stop}
        </button>
      )}
      {stopping && (
        <StopDialog
          path={`/api/service-keys/${key.id}/stop`}
          said={{ title: said.stopTitle(name), hint: said.stopHint, send: said.stop, done: said.stopped }}
          onClose={() => setStopping(false)}
        />
      )}
    </li>
  )
}

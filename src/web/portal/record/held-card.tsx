import { tongueOf } from '../../../kernel/tongue.ts'
import type { HomePlace } from '../../../people/register/read.contract.ts'
import type { OwnPerson } from '../../../people/rights/contract.ts'
import { Card } from '../../kit/card.tsx'
import { usePreferences } from '../../preferences.tsx'
import { placeIn } from '../../shared/names.ts'
import { sayDate } from '../../words/time.ts'
import { useRecordWords } from './record-words.tsx'

/** The entry in the register as it stands, and the way to say that it is wrong. */
export function HeldCard({
  person,
  onWrong,
}: {
  person: OwnPerson
  /** Null where a correction has been asked for already. */
  onWrong: (() => void) | null
}) {
  const { words } = usePreferences()
  const { held: said, names, register } = useRecordWords()
  return (
    <Card title={said.title}>
      <dl className="facts">
        <dt>{names.name}</dt>
        <dd>{person.name ?? said.none}</dd>
        <dt>{names.sex}</dt>
        <dd>{person.sex === null ? said.none : register.sexes[person.sex]}</dd>
        <dt>{names.birthDay}</dt>
        <dd>{person.birthDay === null ? said.none : sayDate(words, person.birthDay)}</dd>
        <dt>{names.registeredPhone}</dt>
        <dd>{person.phone === null ? said.none : person.phone.replace(/^\+86/, '')}</dd>
        <dt>{names.registerKind}</dt>
        <dd>{register.kinds[person.registerKind]}</dd>
        <dt>{said.identity}</dt>
        <dd>{person.identityEnd === null ? said.none : said.identityEnd(person.identityEnd)}</dd>
        <dt>{said.homes}</dt>
        <dd>
          <Homes homes={person.homes} />
        </dd>
        {person.children.length > 0 && (
          <>
            <dt>{said.children}</dt>
            <dd>{words.common.list(person.children.map(({ name }) => name ?? said.none))}</dd>
          </>
        )}
        <dt>{names.care.page}</dt>
        <dd>
          <Care care={person.care} />
        </dd>
      </dl>
      {onWrong && (
        <button type="button" className="link-button" onClick={onWrong}>
          {said.wrong}
        </button>
      )}
    </Card>
  )
}

function Homes({ homes }: Pick<OwnPerson, 'homes'>) {
  const { words, language } = usePreferences()
  const { held: said, register } = useRecordWords()
  const addressOf = ({ steps, label }: HomePlace): string =>
    placeIn(language, { names: [...steps, { zh: label, en: '' }] })
  if (homes.length === 0) return said.none
  return (
    <ul>
      {homes.map(({ occupancyId, place, role, lives, fromDay, toDay }) => (
        <li key={occupancyId} className="record__line">
          {place === null ? said.none : addressOf(place)}
          <small>
            {words.common.facts(
              register.roles[role],
              !lives && register.notLiving,
              toDay === null
                ? register.since(sayDate(words, fromDay))
                : said.gone(sayDate(words, fromDay), sayDate(words, toDay)),
            )}
          </small>
        </li>
      ))}
    </ul>
  )
}

function Care({ care }: Pick<OwnPerson, 'care'>) {
  const { words } = usePreferences()
  const { care: said, register } = useRecordWords()
  if (care.length === 0) return said.none
  return (
    <ul>
      {care.map(({ id, kind, reason, startsOn, endsOn, over }) => (
        <li key={id} className="record__line">
          {register.care[kind]}
          {reason !== null && <span {...tongueOf(reason)}>{reason}</span>}
          <small>
            {words.common.facts(
              said.term(sayDate(words, startsOn), sayDate(words, endsOn)),
              over && said.over,
            )}
          </small>
        </li>
      ))}
    </ul>
  )
}

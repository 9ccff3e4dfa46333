import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { tongueOf } from '../../../kernel/tongue.ts'
import type { OwnRecord } from '../../../people/rights/contract.ts'
import { nowMs } from '../../clock.ts'
import { Button } from '../../kit/button.tsx'
import { Card } from '../../kit/card.tsx'
import { usePreferences } from '../../preferences.tsx'
import { useNameOf } from '../../shared/names.ts'
import { sayMoment } from '../../words/time.ts'
import { groupLooks, type LooksOfPost } from './group-looks.ts'
import { useRecordWords } from './record-words.tsx'

/** More than these at once is nothing that anybody reads. */
const shownFirst = 5

type Looks = Pick<OwnRecord, 'looks' | 'more'>

/** Who looked at one's entry, and at those of the children whom one acts for: a child's own telephone opens none. */
export function LooksCard({ looks, more, childLooks }: Pick<OwnRecord, 'looks' | 'more' | 'childLooks'>) {
  const { looks: said, held } = useRecordWords()
  const anybody = looks.length > 0 || childLooks.some((child) => child.looks.length > 0)
  return (
    <Card title={said.title}>
      <p className="record__lead">{said.lead}</p>
      <LookRows looks={looks} more={more} none={said.none} />
      {childLooks.map((child) => (
        <section key={child.personId} className="record__child">
          <h3>{said.ofChild(child.name ?? held.none)}</h3>
          <LookRows {...child} none={said.noneOfChild} />
        </section>
      ))}
      {anybody && (
        <Link className="more-link" to="/report">
          {said.doubt}
        </Link>
      )}
    </Card>
  )
}

/** By post and unit, how often, and each look at the whole number with its purpose. */
function LookRows({ looks, more, none }: Looks & { none: string }) {
  const { looks: said } = useRecordWords()
  const [all, setAll] = useState(false)
  const groups = groupLooks(looks)
  const shown = all ? groups : groups.slice(0, shownFirst)
  return (
    <>
      {groups.length === 0 && <p>{none}</p>}
      <ul className="rows">
        {shown.map((group) => (
          <LookRow key={group.key} group={group} />
        ))}
      </ul>
      {shown.length < groups.length && (
        <Button look="quiet" wide onClick={() => setAll(true)}>
          {said.more(groups.length - shown.length)}
        </Button>
      )}
      {more && (
        <p>
          <small>{said.older}</small>
        </p>
      )}
    </>
  )
}

function LookRow({ group: { post, where, times, lastAt, identity } }: { group: LooksOfPost }) {
  const { words } = usePreferences()
  const { looks: said, posts, register } = useRecordWords()
  const nameOf = useNameOf()
  const now = nowMs()
  return (
    <li className="record__row">
      <span className="row__title">
        {post === null ? said.unknown : words.common.facts(where && nameOf(where), posts[post])}
      </span>
      <p>{said.times(times, sayMoment(words, lastAt, now))}</p>
      {identity.map((look) => (
        <p key={look.lastAt}>
          {said.identity(
            sayMoment(words, look.lastAt, now),
            look.purpose && register.desk.lookPurposes[look.purpose],
          )}
          {look.words !== null && <small {...tongueOf(look.words)}>{said.said(look.words)}</small>}
        </p>
      ))}
    </li>
  )
}

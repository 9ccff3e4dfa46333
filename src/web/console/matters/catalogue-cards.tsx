import { useState } from 'react'
import type { PublicMatter } from '../../../matters/contract.ts'
import { Pager } from '../../kit/pager.tsx'
import { nameIn } from '../../shared/names.ts'
import { useReading } from '../words.ts'
import { MatterName } from './catalogue-table.tsx'
import { useSayBasis } from './say-matter.ts'

const PAGE_ROWS = 30

/** The catalogue one matter below the other: on a phone, and in large type, where ten columns would run off the page. */
export function CatalogueCards({ matters }: { matters: readonly PublicMatter[] }) {
  const { words, language } = useReading()
  const { consoleBooks, common } = words
  const { matters: said } = consoleBooks
  const { columns } = said
  const sayBasis = useSayBasis()
  const [most, setMost] = useState(PAGE_ROWS)
  const shown = matters.slice(0, most)
  return (
    <>
      <ul className="matter-cards" aria-label={said.title}>
        {shown.map((matter) => {
          const { response, resolution, evidence, answering } = matter
          const basis = sayBasis(matter.basis)
          return (
            <li key={matter.code}>
              <p className="matter-cards__name">
                <MatterName matter={matter} /> <small>{matter.code}</small>
              </p>
              <p>
                {common.facts(
                  said.hostRoles[matter.hostRole],
                  said.hosts[matter.host],
                  answering && nameIn(language, answering),
                )}
              </p>
              <p>
                {common.facts(
                  common.labelled(columns.response, said.allowances[response.unit](response.amount)),
                  common.labelled(columns.resolution, said.allowances[resolution.unit](resolution.amount)),
                  common.labelled(columns.evidence, said.evidence(evidence.photo, evidence.note)),
                )}
              </p>
              {basis !== null && <p className="matter-cards__basis">{basis}</p>}
            </li>
          )
        })}
      </ul>
      <Pager
        shown={shown.length}
        hasMore={shown.length < matters.length}
        busy={false}
        count={said.count(shown.length, matters.length)}
        onMore={() => setMost(most + PAGE_ROWS)}
      />
    </>
  )
}

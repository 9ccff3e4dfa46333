import type { OwnRecord } from '../../../people/rights/contract.ts'
import { withQuery } from '../../api/use-read.ts'
import { buttonClass } from '../../kit/button.tsx'
import { Card } from '../../kit/card.tsx'
import { usePreferences } from '../../preferences.tsx'
import { sayMomentOnPaper } from '../../words/time.ts'
import { useRecordWords } from './record-words.tsx'

/** The account itself: little is held of it. */
export function AccountCard({ account }: { account: OwnRecord['account'] }) {
  const { words } = usePreferences()
  const { account: said, names } = useRecordWords()
  return (
    <Card title={said.title} folds>
      <dl className="facts">
        <dt>{names.phone}</dt>
        <dd>{account.phone.replace(/^\+86/, '')}</dd>
        <dt>{names.openedAt}</dt>
        <dd>{sayMomentOnPaper(words, account.openedAt)}</dd>
      </dl>
      <p className="after">{said.more}</p>
    </Card>
  )
}

/** All of it as files, to keep or to take elsewhere. */
export function CopyCard() {
  const { language } = usePreferences()
  const { copy: said } = useRecordWords()
  const workbook = withQuery('/api/my/copy/workbook', { language })
  return (
    <Card title={said.title} folds>
      <p className="record__lead">{said.lead}</p>
      <div className="form-acts">
        <a className={buttonClass({ look: 'quiet', wide: true })} href={workbook} download>
          {said.workbook}
        </a>
        <a className="link-button" href="/api/my/copy" download>
          {said.data}
        </a>
      </div>
    </Card>
  )
}

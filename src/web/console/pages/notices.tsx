import { useTitle } from '../../kit/shell.tsx'
import { NoticesCard } from '../../shared/notices-card.tsx'
import { ToDesk } from '../desk/to-desk.tsx'
import { useWords } from '../words.ts'

/** What the reader was told. */
export default function NoticesPage() {
  const { notices } = useWords()
  useTitle(notices.title)
  return (
    <div className="notices">
      <h1 className="unseen">{notices.title}</h1>
      <NoticesCard
        linkTo={(caseId) => `/cases/${caseId}`}
        actionAt={(actionId) => `/actions/${actionId}`}
        whistleAt={(whistleId) => `/whistles/${whistleId}`}
        emergencyAt={(modeId) => `/emergency/${modeId}`}
        mediationAt={(mediationId) => `/mediations/${mediationId}`}
        passedOnAt="/passed-on"
        handOverAt="/hand-over"
        reportAt={(kind, start) => `/figures/report?kind=${kind}&start=${start}`}
        alertsAt="/desk"
        securityAt="/account"
        whenNone={<ToDesk />}
      />
    </div>
  )
}

import { PendingPage } from '../../kit/pending-page.tsx'
import { useWords } from '../../preferences.tsx'

export default function MePage() {
  return <PendingPage title={useWords().faces.portal.tabs.me} />
}

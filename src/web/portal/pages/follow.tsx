import { PendingPage } from '../../kit/pending-page.tsx'
import { useWords } from '../../preferences.tsx'

export default function FollowPage() {
  return <PendingPage title={useWords().faces.portal.tabs.follow} />
}

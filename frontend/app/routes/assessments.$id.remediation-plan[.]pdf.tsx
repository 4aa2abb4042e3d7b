import { documentResponse } from '~/documents/rendering/document-response.server';
import type { Route } from './+types/assessments.$id.remediation-plan[.]pdf';

export function loader({ request, params }: Route.LoaderArgs) {
  return documentResponse(request, params.id, 'remediation-plan');
}

import type { ReviewedType } from '../domain/record-kinds.js';

const sorted = (column: string): string =>
  `(select coalesce(jsonb_agg(word order by word), '[]') from unnest(${column}) as word)`;

/**
 * SQL: what a record says, as JSON; the table's alias is `r`. A review keeps it, and whatever is otherwise later counts as
 * changed. Of encrypted notes it holds a digest of the sealed text: notes that are written again count as changed.
 */
export const STATE: Readonly<Record<ReviewedType, string>> = {
  asset: `jsonb_build_object('tag', r.tag, 'name', r.name, 'kind', r.kind, 'description', r.description, 'siteId', r.site_id,
    'location', r.location, 'ownerId', r.owner_id, 'hosting', r.hosting, 'vendorName', r.vendor_name, 'holdsEphi', r.holds_ephi,
    'phiTypes', ${sorted('r.phi_types')}, 'phiActivities', ${sorted('r.phi_activities')}, 'phiRecordCount', r.phi_record_count,
    'encryptionAtRest', r.encryption_at_rest, 'encryptionInTransit', r.encryption_in_transit, 'backup', r.backup,
    'internetFacing', r.internet_facing, 'portable', r.portable, 'lifecycle', r.lifecycle,
    'notes', encode(sha256(r.notes), 'hex'))`,
  'data-flow': `jsonb_build_object('code', r.code, 'name', r.name, 'fromAssetId', r.from_asset_id, 'fromVendorId', r.from_vendor_id,
    'fromParty', r.from_party, 'toAssetId', r.to_asset_id, 'toVendorId', r.to_vendor_id, 'toParty', r.to_party,
    'counterparty', r.counterparty, 'phiTypes', ${sorted('r.phi_types')}, 'purpose', r.purpose,
    'minimumNecessary', r.minimum_necessary, 'transportMethod', r.transport_method, 'transportSecurity', r.transport_security,
    'offshore', r.offshore, 'active', r.active)`,
  vendor: `jsonb_build_object('name', r.name, 'service', r.service, 'contactEmail', r.contact_email,
    'agreementStatus', r.agreement_status, 'agreementNotRequiredReason', r.agreement_not_required_reason,
    'agreementSignedOn', r.agreement_signed_on, 'agreementEndsOn', r.agreement_ends_on, 'active', r.active)`,
  risk: `jsonb_build_object('title', r.title, 'description', r.description, 'assetId', r.asset_id, 'dataFlowId', r.data_flow_id,
    'findingId', r.finding_id, 'further', (select coalesce(jsonb_agg(f.subject_id order by f.subject_id), '[]')
      from risk_further_subject f where f.organization_id = r.organization_id and f.risk_id = r.id),
    'inherentLikelihood', r.inherent_likelihood, 'inherentImpact', r.inherent_impact, 'inherentLevel', r.inherent_level,
    'safeguards', r.safeguards, 'safeguardIds', ${sorted('r.safeguard_ids')},
    'residualLikelihood', r.residual_likelihood, 'residualImpact', r.residual_impact, 'residualLevel', r.residual_level,
    'ratingReason', r.rating_reason, 'treatment', r.treatment, 'treatmentReason', r.treatment_reason,
    'ownerId', r.owner_id, 'status', r.status)`,
};

import { Enums, Models, Serialize, Spec, SPDX } from '@cyclonedx/cyclonedx-library';
import type { ShippedPackage } from './shipped-packages.ts';

/** What a bill of materials is made of: the application itself, and what it holds of others' work. */
interface Materials {
  readonly application: Pick<ShippedPackage, 'name' | 'version' | 'licence'>;
  readonly packages: readonly Pick<ShippedPackage, 'name' | 'version' | 'licence'>[];
}

function component(
  type: Enums.ComponentType,
  { name, version, licence }: Materials['application'],
): Models.Component {
  const purl = `pkg:npm/${name.replace('@', '%40')}@${version}`;
  const own = SPDX.isSupportedSpdxId(licence)
    ? new Models.SpdxLicense(licence)
    : new Models.LicenseExpression(licence);
  return new Models.Component(type, name, {
    bomRef: purl,
    version,
    purl,
    licenses: new Models.LicenseRepository([own]),
  });
}

/**
 * The software bill of materials as CycloneDX 1.6 (ECMA-424) in JSON. It has neither a moment nor a number of its own: the
 * same build has the same bill.
 */
export function billOfMaterials({ application, packages }: Materials): string {
  const bom = new Models.Bom();
  const whole = component(Enums.ComponentType.Application, application);
  bom.metadata.component = whole;
  for (const each of packages) {
    const part = component(Enums.ComponentType.Library, each);
    bom.components.add(part);
    whole.dependencies.add(part.bomRef);
  }
  const normalise = new Serialize.JSON.Normalize.Factory(Spec.Spec1dot6);
  return `${new Serialize.JsonSerializer(normalise).serialize(bom, { sortLists: true, space: 2 })}\n`;
}

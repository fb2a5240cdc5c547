import { webcrypto } from 'node:crypto';
import { fromBER, Integer, OctetString } from 'asn1js';
import {
  AlgorithmIdentifier,
  Certificate,
  ContentInfo,
  CryptoEngine,
  ExtKeyUsage,
  MessageImprint,
  SignedData,
  TimeStampReq,
  TimeStampResp,
  TSTInfo,
  setEngine,
} from 'pkijs';
import type { TimeStampFacts, TimeStamps } from '../ports/time-stamp-port.ts';
import { done, refused, type Result } from '../../shared/result.ts';

const sha256Id = '2.16.840.1.101.3.4.2.1';
const timeStamping = '1.3.6.1.5.5.7.3.8';
const tstInfo = '1.2.840.113549.1.9.16.1.4';

/** Gives pkijs node's own cryptography. */
function useNodeCrypto(): void {
  setEngine('node', new CryptoEngine({ name: 'node', crypto: webcrypto as Crypto }));
}

function exactly(bytes: Uint8Array): ArrayBuffer {
  return new Uint8Array(bytes).buffer;
}

/** The nonce as a positive number of its full length: DER takes no padding that is not needed. */
function positive(nonce: string): Uint8Array {
  const bytes = Buffer.from(nonce, 'hex');
  bytes[0] = 0x40 | ((bytes[0] ?? 0) & 0x3f);
  return bytes;
}

function hexOf(bytes: ArrayBuffer): string {
  return Buffer.from(bytes).toString('hex');
}

/** What is wrong with a response, in words; nothing was attached. */
function wrong(message: string): { readonly message: string } {
  return {
    message: `${message} Nothing was attached. Ask the authority for a response to the request again.`,
  };
}

function signer(signed: SignedData): Certificate | null {
  const [info] = signed.signerInfos;
  const certificates = (signed.certificates ?? []).filter(
    (certificate) => certificate instanceof Certificate,
  );
  const serial: unknown = info?.sid;
  const number =
    typeof serial === 'object' &&
    serial !== null &&
    'serialNumber' in serial &&
    serial.serialNumber instanceof Integer
      ? serial.serialNumber
      : null;
  return (
    certificates.find((certificate) => number !== null && certificate.serialNumber.isEqual(number)) ?? null
  );
}

function isForTimeStamping(certificate: Certificate): boolean {
  return (certificate.extensions ?? []).some(
    ({ parsedValue }) => parsedValue instanceof ExtKeyUsage && parsedValue.keyPurposes.includes(timeStamping),
  );
}

function subjectOf(certificate: Certificate): string {
  return certificate.subject.typesAndValues.map((value) => value.value.valueBlock.value).join(', ');
}

async function readToken(
  response: Uint8Array,
  sha256: string,
): Promise<Result<TimeStampFacts, { readonly message: string }>> {
  const parsed = TimeStampResp.fromBER(exactly(response));
  const status: number = parsed.status.status;
  if (status > 1 || parsed.timeStampToken === undefined)
    return refused(wrong('The authority did not grant the time-stamp.'));
  const token = new ContentInfo({ schema: parsed.timeStampToken.toSchema() });
  const signed = new SignedData({ schema: token.content });
  const content = signed.encapContentInfo.eContent;
  if (signed.encapContentInfo.eContentType !== tstInfo || content === undefined)
    return refused(wrong('This is a signature, and not a time-stamp.'));
  const info = TSTInfo.fromBER(content.getValue());
  const stamped = hexOf(info.messageImprint.hashedMessage.valueBlock.valueHexView.slice().buffer);
  if (info.messageImprint.hashAlgorithm.algorithmId !== sha256Id || stamped !== sha256)
    return refused(wrong('This time-stamp is over something else than the seal.'));
  const certificate = signer(signed);
  if (certificate === null)
    return refused(
      wrong('The certificate of the authority is not in the response, so it cannot be verified offline.'),
    );
  if (!isForTimeStamping(certificate))
    return refused(wrong('It is signed by a certificate that is not made for time-stamping.'));
  const { genTime } = info;
  if (genTime < certificate.notBefore.value || genTime > certificate.notAfter.value)
    return refused(wrong('The certificate of the authority was not valid at the time it states.'));
  // The imprint is held against the seal above; named as plain data, only the signature over the content is verified here.
  signed.encapContentInfo.eContentType = ContentInfo.DATA;
  const verified = await signed.verify({ signer: 0, checkChain: false });
  if (!verified) return refused(wrong('The signature of the authority does not hold.'));
  return done({ time: genTime.toISOString(), authority: subjectOf(certificate) });
}

/** Time-stamps by pkijs and node's own cryptography; nothing is sent or fetched. */
export const pkiTimeStamps: TimeStamps = {
  request: (sha256, nonce) => {
    const request = new TimeStampReq({
      version: 1,
      messageImprint: new MessageImprint({
        hashAlgorithm: new AlgorithmIdentifier({ algorithmId: sha256Id }),
        hashedMessage: new OctetString({ valueHex: exactly(Buffer.from(sha256, 'hex')) }),
      }),
      nonce: new Integer({ valueHex: exactly(positive(nonce)) }),
      certReq: true,
    });
    return Promise.resolve(new Uint8Array(request.toSchema().toBER(false)));
  },
  read: async (response, sha256) => {
    useNodeCrypto();
    try {
      return await readToken(response, sha256);
    } catch {
      const shape =
        fromBER(exactly(response)).offset === -1
          ? 'This is no time-stamp response.'
          : 'The time-stamp response is damaged, or of a kind that cannot be verified here.';
      return refused(wrong(shape));
    }
  },
};

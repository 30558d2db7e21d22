#!/usr/bin/env python3
"""A client of a Sandbar cluster that shares no code with it: pycapnp, Python's own TLS, and schema/capnp/*.capnp.

Logs in, publishes a plugin, deploys a pipeline, waits for it, describes it and reads its log, and prints what it did.
"""

import argparse
import asyncio
import pathlib
import ssl
import sys

import blake3
import capnp

capnp.remove_import_hook()

# The name that every host's certificate bears beside its own.
HOST_NAME = "host.sandbar"
# Most bytes of one piece of an upload, as the schema says.
PIECE_BYTES = 256 << 10


class Refused(Exception):
    """The cluster said no."""


def check(problem):
    """Refusals are data: an empty code says that there is none."""
    if problem.code:
        places = "".join(
            f"\n  {found.file}:{found.line}:{found.column}: {found.severity}: {found.message}"
            for found in problem.diagnostics
        )
        raise Refused(f"{problem.code}: {problem.message} {problem.help}{places}")


def loaded(control):
    """Makes the class that receives log lines; it is made from the schema, so only once that is loaded."""

    class Lines(control.LogSink.Server):
        def __init__(self):
            self.lines = []
            self.missing = 0

        async def write(self, lines, **_):
            self.lines += [(line.level, line.operator, line.message) for line in lines]

        async def dropped(self, lines, **_):
            self.missing += lines

    return Lines


async def login(control, arguments):
    trust = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    trust.minimum_version = ssl.TLSVersion.TLSv1_3
    trust.load_verify_locations(cafile=arguments.authority)
    host, port = arguments.address.rsplit(":", 1)
    stream = await capnp.AsyncIoStream.create_connection(
        host=host, port=int(port), ssl=trust, server_hostname=HOST_NAME
    )
    client = capnp.TwoPartyClient(stream)
    bootstrap = client.bootstrap().cast_as(control.Bootstrap)
    version = await bootstrap.version()
    token = pathlib.Path(arguments.token_file).read_text().strip()
    answer = await bootstrap.authenticate(token)
    check(answer.problem)
    if answer.authority.which() != "tenant":
        raise Refused(f"the token is of an {answer.authority.which()}, not of a tenant")
    print(f"login: tenant {answer.authority.name} on host {version.host}, sandbar {version.version}")
    # Whoever drops the client ends the connection.
    return client, answer.authority.tenant


async def upload(tenant, arguments):
    content = pathlib.Path(arguments.plugin).read_bytes()
    name, version = arguments.publish.split("@")
    digest = blake3.blake3(content).hexdigest()
    answer = await tenant.upload(name, version, len(content), digest)
    check(answer.problem)
    offset = (await answer.upload.offset()).bytes
    while offset < len(content):
        piece = content[offset : offset + PIECE_BYTES]
        await answer.upload.write(offset, piece)
        offset += len(piece)
    done = await answer.upload.finish()
    check(done.problem)
    plugin = done.plugin
    assert plugin.digest == digest, (plugin.digest, digest)
    print(f"upload: {plugin.name}@{plugin.version}, {plugin.bytes} bytes, rights {', '.join(plugin.rights) or 'none'}")


async def deploy(tenant, arguments):
    source = {"file": "pipeline.toml", "text": pathlib.Path(arguments.pipeline).read_text(), "overrides": []}
    planned = await tenant.plan(source)
    check(planned.problem)
    change = planned.change
    rights = [{"operator": right.operator, "right": right.right} for right in change.rights]
    answer = await tenant.deploy(source, rights, change.revision)
    check(answer.problem)
    nodes = ", ".join(f"{node.kind} {node.name}" for node in change.nodes)
    print(f"deploy: {change.name} ({nodes}), {len(rights)} rights granted")
    return answer.pipeline


async def describe(pipeline):
    answer = await pipeline.reach("finished", 60_000)
    check(answer.problem)
    summary = answer.description.summary
    print(f"describe: {summary.name} is {summary.status}, {summary.recordsIn} records read")
    for node in answer.description.nodes:
        print(f"describe: {node.kind} {node.name}: {node.recordsIn} in, {node.recordsOut} out")


async def logs(control, pipeline):
    sink = loaded(control)()
    await pipeline.logs(100, False, sink)
    for level, operator, message in sink.lines:
        print(f"logs: {level} {operator or 'host'}: {message}")
    print(f"logs: {len(sink.lines)} lines, {sink.missing} missing")


async def run(arguments):
    schema = pathlib.Path(arguments.schema)
    # The second is where pycapnp keeps /capnp/stream.capnp, which `-> stream` needs.
    imports = [str(schema), str(pathlib.Path(capnp.__file__).parent.parent)]
    control = capnp.load(str(schema / "control.capnp"), imports=imports)
    client, tenant = await login(control, arguments)
    await upload(tenant, arguments)
    pipeline = await deploy(tenant, arguments)
    await describe(pipeline)
    await logs(control, pipeline)
    del client


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--schema", required=True, help="folder of control.capnp")
    parser.add_argument("--address", required=True, help="HOST:PORT of the control interface")
    parser.add_argument("--authority", required=True, help="certificate of the cluster's authority, PEM")
    parser.add_argument("--token-file", required=True, help="file with a tenant's token")
    parser.add_argument("--publish", required=True, metavar="NAME@VERSION", help="what to publish the plugin as")
    parser.add_argument("--plugin", required=True, help="the plugin's file")
    parser.add_argument("--pipeline", required=True, help="a pipeline file whose sources end")
    arguments = parser.parse_args()
    try:
        asyncio.run(capnp.run(run(arguments)))
    except (Refused, capnp.KjException, OSError) as error:
        sys.exit(f"error: {error}")


main()

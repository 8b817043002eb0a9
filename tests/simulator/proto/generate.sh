#!/bin/sh
# Generates the Python modules of these definitions. Needs uv; the protoc of this grpcio-tools generates code
# that every protobuf runtime from 6.31 on accepts. protoc writes its stubs with bare `Mapping`: mypy is told so.
set -eu
cd "$(dirname "$0")/../../.."
uv tool run --from grpcio-tools==1.75.1 python -m grpc_tools.protoc --proto_path=. \
  --python_out=. --pyi_out=. tests/simulator/proto/*.proto
sed -i '1i # mypy: disable-error-code="type-arg"' tests/simulator/proto/*_pb2.pyi

# How sample.elf was made: sh make.sh CSC ILC, from this folder.
set -eu
unikernel=$(cd ../../../unikernel && pwd)
here=$(pwd)
out=$(mktemp -d)
dotnet "$1" -nologo -noconfig -nostdlib -nowarn:0649,0169 -nullable+ -runtimemetadataversion:v4.0.30319 -langversion:14 \
    -unsafe -o+ -debug:embedded -deterministic "-pathmap:$here/=/_/,$unikernel/=/_/unikernel/" -target:library "-out:$out/Sample.dll" \
    $(find "$unikernel/CoreLib" "$unikernel/Certify.Annotations" -name '*.cs' ! -name Console.cs | LC_ALL=C sort) "$here/Sample.cs"
(cd "$out" && "$2" Sample.dll -o Sample.o --systemmodule Sample --targetos linux --targetarch x64 -O --noinlinetls -g \
    --nativelib --map:sample.map.xml --verbose --generateunmanagedentrypoints:Sample > all.log)
as -g "--debug-prefix-map=$here=/_" sample.S -o "$out/platform.o"
ld --no-warn-rwx-segments -T sample.ld "$out/Sample.o" "$out/platform.o" -o sample.elf
grep reinitiali "$out/all.log" > sample.ilc.log
cp "$out/sample.map.xml" sample.map.xml
cp "$out/Sample.dll" sample.target.dll
rm -r "$out"

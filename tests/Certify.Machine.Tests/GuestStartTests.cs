using Certify.Image;

namespace Certify.Machine.Tests;

public sealed class GuestStartTests
{
    [GuestFact]
    public void Says_what_to_install_when_QEMU_is_missing()
    {
        var options = new QemuOptions { Executable = "qemu-system-of-nowhere" };
        var e = Assert.Throws<QemuMissingException>(() => QemuGuest.Start(GuestBuilder.Build(), options));
        Assert.Contains("apt-get install qemu-system-x86", e.Message, StringComparison.Ordinal);
    }

    [GuestFact]
    public void Reports_an_image_that_hangs_while_booting()
    {
        var e = Assert.Throws<GuestStartException>(() => QemuGuest.Start(GuestBuilder.Build(boot: BootKind.Hangs), GuestBuilder.Quick));
        Assert.Equal(GuestEnd.Hang, e.Outcome.End);
        Assert.Contains("Guest.cs:70", e.Message, StringComparison.Ordinal);
    }

    [GuestFact]
    public void Reports_an_image_that_panics_while_booting()
    {
        var e = Assert.Throws<GuestStartException>(() => QemuGuest.Start(GuestBuilder.Build(boot: BootKind.Panics), GuestBuilder.Quick));
        Assert.Equal(GuestEnd.Panic, e.Outcome.End);
    }

    [GuestFact]
    public void Reports_an_image_that_triple_faults_while_booting()
    {
        var e = Assert.Throws<GuestStartException>(() => QemuGuest.Start(GuestBuilder.Build(boot: BootKind.TripleFaults), GuestBuilder.Quick));
        Assert.Equal(GuestEnd.TripleFault, e.Outcome.End);
    }

    [GuestFact]
    public void Refuses_a_mailbox_that_leads_outside_itself()
    {
        var e = Assert.Throws<GuestMismatchException>(() => QemuGuest.Start(GuestBuilder.Build(boot: BootKind.WrongShape), GuestBuilder.Quick));
        Assert.Contains("output slots outside the mailbox", e.Message, StringComparison.Ordinal);
    }

    // @verifies CFY-LLR-039
    [Fact]
    public void Refuses_sizes_other_than_the_hosts()
    {
        var host = new PortTypes(typeof(Sixteen), typeof(Sixteen), typeof(Four)).Layouts;
        var e = Assert.Throws<GuestMismatchException>(() => LayoutCheck.Sizes(MailboxShape.For(16, 8), host));
        Assert.Contains("the output has 16 bytes on the host and 8 in the image", e.Message, StringComparison.Ordinal);
    }

    // @verifies CFY-LLR-039
    [GuestFact]
    public void Refuses_an_image_that_does_not_describe_its_ports()
    {
        var types = new PortTypes(typeof(Sixteen), typeof(Sixteen), typeof(Four));
        var e = Assert.Throws<ImageFormatException>(() => QemuGuest.Start(GuestBuilder.Build(), GuestBuilder.Quick, types));
        Assert.Contains("describes no type", e.Message, StringComparison.Ordinal);
    }

    [GuestFact]
    public void Reports_a_truncated_image_before_it_starts_anything()
    {
        var bytes = File.ReadAllBytes(GuestBuilder.Build().Path);
        var path = Path.GetTempFileName();
        File.WriteAllBytes(path, bytes[..(bytes.Length / 2)]);
        Assert.Throws<ImageFormatException>(() => GuestImage.Load(path));
        File.Delete(path);
    }

    private struct Sixteen
    {
        public int A, B, C, D;
    }

    private struct Four
    {
        public int A;
    }
}
